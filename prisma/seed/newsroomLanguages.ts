import { furtherLanguages } from './newsroomFurtherLanguages.ts'
import { type Language, lines, words } from './newsroomVocabulary.ts'

/*
 * Grammar is kept out of the patterns by the choice of words: where an article or adjective stands in a pattern, all words
 * of its slot have the same gender, or bring their article along as a form of their own.
 */

const german: Language = {
  tag: 'de',
  share: 80,
  separator: '.',
  beats: [
    {
      name: 'Kommunales',
      topics: words('Local government, Housing, Transport, Schools'),
      slots: {
        body: words(`der Stadtrat|Stadtrat, der Kreistag|Kreistag, der Bauausschuss|Bauausschuss, der Verkehrsverbund|Verkehrsverbund,
          der Gemeinderat|Gemeinderat, der Schulausschuss|Schulausschuss`),
        object:
          words(`Radwege, Sozialwohnungen, Nachtbusse, Schulhöfe, Wochenmärkte, Turnhallen, Bahnübergänge, Kleingärten, Brunnen,
          Trinkwasserleitungen, Hochwassermauern, Bücherbusse`),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body:1} {outcome} {plan} für {object}
      Streit um {object} spaltet {place}
      Was das {plan} für {object} in {place} bedeutet
      {place} wartet weiter auf {object}
      {officialLast} {outcome} {plan} für {object} in {place}
      Warum {object} in {place} so lange dauern
      {place} und {rival} streiten über {object}`),
    summary: lines(`
      In {place} geht es um {sum}, um {object} und um die Frage, wer für die {reason} aufkommt.
      {officialFirst} {officialLast} will nicht länger warten. {criticFirst} {criticLast} hält dagegen.`),
    lede: lines(`
      {body} von {place} {outcome:1} am {weekday} ein {plan} für {object}, nachdem darüber {duration} lang gestritten worden war.
      Seit {duration} wird in {place} über {object} gesprochen, und seit {weekday} liegt ein {plan} auf dem Tisch.
      {number} Menschen kamen am {weekday} in {place} zusammen, um zu hören, wann {object} endlich an der Reihe sind.`),
    fact: lines(`
      Das {plan} kostet {sum}; {percent} Prozent davon trägt das Land, den Rest zahlt die Stadt selbst.
      Betroffen sind {number} Haushalte zwischen der {street} und der {street}, dazu die Dörfer {village} und {village}.
      {officialFirst} {officialLast} sagte im {month}, wegen der {reason} habe es keine andere Möglichkeit gegeben.
      {criticFirst} {criticLast} nannte das {plan} {verdict} und verlangte eine zweite Lesung.
      In {rival}, wo man es {year} mit einem ähnlichen Weg versucht hat, gingen die Beschwerden um {percent} Prozent zurück.
      Von {number} Briefen, die eingegangen sind, sprachen sich etwa {percent} Prozent dafür aus.
      {person}, {trade} aus {village}, hat jede Sitzung besucht und jede Seite aufgehoben.
      An der {street} erinnert eine {quality} {thing} daran, wie man sich früher geholfen hat.
      Zwei frühere Versuche, {year} und {year}, sind an der {reason} gescheitert.
      Bis {deadline} bleibt die {quality} {thing} an der {street}, wo sie ist.
      Das Protokoll hat {number} Seiten und erwähnt {object} an {small} Stellen.
      Zwischen {month} und {month} wurden allein für {object} {number} Euro ausgegeben.
      Ein Gutachten aus {rival} kam zu dem Schluss, die {reason} sei seit {duration} bekannt gewesen.
      Wer am Ende zahlt, falls das Geld nicht reicht, konnte am {weekday} niemand sagen.
      {criticLast} verweist auf {village}, wo von {number} Euro kaum mehr als eine {quality} {thing} geblieben ist.
      Die erste {thing} soll im {month} geliefert werden, die letzte erst {duration} später.
      Unabhängige Prüfer beziffern die Folgen der {reason} auf {number} Euro im Jahr.
      Seit {year} unterschreiben jedes Jahr {number} Menschen dieselbe Bittschrift.
      {officialLast} hatte schon {year} versprochen, dass niemand wegen der {reason} seine Arbeit verliert.
      Trotz allem sollen {object} spätestens im {deadline} fertig sein.`),
    quote: lines(`
      „Darauf haben wir {duration} gewartet“, sagte {officialLast}.
      „Uns hat niemand gefragt“, sagte {criticLast}. „Man hat uns eine {quality} {thing} hingestellt, und das war alles.“
      „Ich verstehe nicht, was die {reason} damit zu tun hat“, sagte {person}, {trade} aus {village}.
      „Es ist {verdict}, und in der {street} weiß das jeder“, sagte {criticLast}.
      „Fragen Sie im {deadline} noch einmal“, sagte {person}, die als {trade} arbeitet.
      „Wenn es in {rival} geht, geht es auch hier“, sagte {officialLast}.`),
    figure: lines(`
      Die nächste Zählung, in {number} Haushalten, soll vor der nächsten Sitzung vorliegen.
      Nach jüngster Schätzung werden {number} Menschen den Unterschied im ersten Jahr bemerken.
      Bisher haben sich {number} Menschen eingetragen.`),
    takeaway: lines(`
      Das {plan} für {object} in {place} kostet {sum}.
      Gestritten wird um die {reason}.
      Spätestens im {deadline} soll begonnen werden.
      {rival} hat es schon {year} versucht.
      {officialFirst} {officialLast} rechnet damit, dass {percent} Prozent der Kosten geteilt werden.`),
    closing: lines(`
      Bleibt die {reason}, und bleibt das Versprechen, sie im {deadline} noch einmal zu prüfen.
      In {place} ist die {quality} {thing} an der {street} inzwischen der Ort, an dem man darüber spricht.
      {criticLast} hat für die nächste Sitzung schon einen Platz reserviert.`),
    heading: lines(`
      Was das {plan} vorsieht
      Wer bezahlt
      Der Blick von der {street}
      Was {rival} getan hat
      {number} Briefe
      Wie es dazu kam
      Zweifel in {village}
      Vor {year}
      Die Sache mit der {reason}`),
    takeawaysHeading: ['Das Wichtigste', 'Kurz gefasst'],
    closingHeading: ['Wie es weitergeht', 'Was bleibt'],
    editNote: words('Namen geprüft, Zahlen aktualisiert, gekürzt'),
    correction: ['In einer früheren Fassung stand {wrong}. Richtig ist {right}.'],
    addition: lines(`
      Inzwischen wurde bestätigt, dass die {reason} noch einmal geprüft wird.
      Am {weekday} kam die Nachricht, dass {number} weitere Briefe eingegangen sind.`),
    plan: words('Konzept, Programm, Budget, Vorhaben, Angebot, Gutachten, Pilotprojekt, Moratorium'),
    outcome:
      words(`billigt|billigte, verschiebt|verschob, prüft|prüfte, verteidigt|verteidigte, verwirft|verwarf, kürzt|kürzte,
      verdoppelt|verdoppelte`),
    reason:
      words(`Verzögerung, Personalnot, Miete, Haftung, Bürokratie, Feuchtigkeit, Witterung, Statik, Versickerung,
      Denkmalpflege, Bodenbelastung`),
    verdict: words('zu teuer, zu spät, überfällig, unausgegoren, ungerecht, halbherzig, weltfremd'),
    duration: words('zwei Jahre, sechs Monate, zehn Wochen, vier Jahre, achtzehn Monate, elf Jahre'),
    quality: words(
      'neue, alte, kleine, hölzerne, leere, schiefe, rostige, bemalte, zugige, verwitterte, windschiefe, bemooste',
    ),
    thing: words(
      'Tür, Bank, Mauer, Lampe, Tafel, Glocke, Leiter, Laterne, Schranke, Truhe, Schleuse, Winde, Zisterne, Wetterfahne',
    ),
    trade:
      words(`Lehrerin, Krankenschwester, Bäckerin, Gärtnerin, Schreinerin, Imkerin, Bibliothekarin, Hebamme, Försterin,
      Schleusenwärterin, Buchbinderin, Glockengießerin`),
    person: ['{womanName} {surname}'],
    womanName: words('Anna, Sabine, Ulrike, Katharina, Heike, Elif, Marlene, Friederike, Gudrun, Waltraud'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words(
      'Thomas, Andrea, Michael, Petra, Stefan, Birgit, Mehmet, Jonas, Ingrid, Matthias, Roswitha, Lennart',
    ),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words(
      'Berg, Neu, Stein, Feld, Linden, Hage, Wald, Kirch, Eber, Rosen, Wester, Haber, Oster, Grün',
    ),
    surnameEnd: words('mann, er, bauer, meier, hofer, bach, berger, wald, stedt, kamp, brink'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}', 'Groß {placeStart}{placeEnd}', 'Klein {placeStart}{placeEnd}'],
    placeStart: words(
      'Neu, Alten, Linden, Ahren, Königs, Hohen, Wald, Rosen, Eichen, Mühl, Birken, Wolfs, Falken, Erlen, Kranich',
    ),
    placeEnd: words(
      'berg, burg, feld, bach, hausen, stadt, dorf, brück, heim, rode, au, see, walde, kirchen',
    ),
    street: ['{placeStart}straße', 'Bahnhofstraße', '{surname}straße', 'Hauptstraße'],
    sum: ['{small} Millionen Euro', '{small},{digit} Millionen Euro', '{number} Euro'],
    deadline: ['{month}'],
    weekday: words('Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag'),
    month: words(
      'Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember',
    ),
  },
}

const french: Language = {
  tag: 'fr',
  share: 55,
  separator: '\u202f',
  beats: [
    {
      name: 'vie locale',
      topics: words('Local government, Housing, Transport, Environment'),
      slots: {
        body: words('le conseil municipal, le département, le préfet, le tribunal, le syndicat mixte'),
        object:
          words(`les logements sociaux, les bus de nuit, les pistes cyclables, les marchés couverts, les cantines scolaires,
          les digues, les jardins partagés, les bibliothèques mobiles, les fontaines publiques, les passages à niveau`),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place} : {body} {outcome} le {plan} pour {object}
      Pourquoi {object} divisent {place}
      Ce que change le {plan} pour {object} à {place}
      {place} et {rival} se disputent {object}
      {officialLast} {outcome} le {plan} pour {object} à {place}
      À {place}, {object} attendent toujours leur {plan}`),
    summary: lines(`
      À {place}, un {plan} de {sum} relance la dispute sur {reason}.
      {officialFirst} {officialLast} ne veut plus attendre ; {criticFirst} {criticLast} demande une contre-expertise.`),
    lede: lines(`
      À {place}, {body} {outcome:1} {weekday} un {plan} pour {object}, après {duration} de discussions.
      Depuis {duration}, {place} parle de {reason} ; depuis {weekday}, un {plan} est sur la table.
      Ils étaient {number}, {weekday}, à attendre devant la salle pour savoir ce que deviendraient {object} à {place}.`),
    fact: lines(`
      Le {plan} coûte {sum}, dont {percent} pour cent à la charge de la région.
      Il concerne {number} foyers entre la {street} et la {street}, ainsi que les villages de {village} et de {village}.
      {officialFirst} {officialLast} a déclaré en {month} que {reason} ne laissait pas d’autre choix.
      {criticFirst} {criticLast} juge le {plan} {verdict} et réclame une seconde lecture.
      À {rival}, où l’on a tenté la même chose en {year}, les plaintes ont reculé de {percent} pour cent.
      Sur {number} lettres reçues, environ {percent} pour cent étaient favorables.
      {person}, {trade} à {village}, a suivi toutes les séances et gardé chaque page.
      Rue de {village}, une {thing} {quality} rappelle comment on faisait autrefois.
      Deux tentatives, en {year} et en {year}, ont échoué à cause de ce que les élus nomment {reason}.
      Le compte rendu tient en {number} pages et revient {small} fois sur le sujet.
      Entre {month} et {month}, {number} euros ont été dépensés pour {object}.
      Personne, {weekday}, n’a pu dire qui paierait si l’argent venait à manquer.
      {criticLast} cite {village}, où il ne reste de {number} euros qu’une {thing} {quality}.
      Des experts venus de {rival} estiment que {reason} coûte {number} euros par an.
      Chaque année depuis {year}, {number} personnes signent la même pétition.
      Malgré tout, {object} devraient être prêts avant le mois de {deadline}.
      La première {thing} doit arriver en {month}, la dernière beaucoup plus tard.
      {officialLast} l’avait promis dès {year} : personne ne perdrait son emploi pour {object}.`),
    quote: lines(`
      « Nous avons attendu {duration} », a dit {officialLast}.
      « Personne ne nous a rien demandé, regrette {criticLast}. On nous a laissé une {thing} {quality}, et c’est tout. »
      « Je ne vois pas le rapport entre {reason} et {object} », s’étonne {person}, {trade} à {village}.
      « C’est {verdict}, et toute la {street} le sait », affirme {criticLast}.
      « Revenez en {deadline} », sourit {person}, {trade}.`),
    figure: lines(`
      Le prochain relevé, dans {number} foyers, est attendu avant la prochaine séance.
      Selon la dernière estimation, {number} habitants verront la différence la première année.
      À ce jour, {number} personnes se sont inscrites.`),
    takeaway: lines(`
      Le {plan} pour {object} à {place} coûte {sum}.
      La dispute porte sur un point : {reason}.
      Les travaux doivent commencer en {deadline} au plus tard.
      {rival} a déjà tenté la même chose en {year}.
      {officialFirst} {officialLast} compte sur un partage des frais.`),
    closing: lines(`
      Reste {reason}, et la promesse d’y revenir en {deadline}.
      À {place}, la {thing} {quality} de la {street} est devenue l’endroit où l’on en parle.
      {criticLast} a déjà réservé sa place pour la prochaine séance.`),
    heading: lines(`
      Ce que dit le {plan}
      Qui paie
      Vu de la {street}
      L’exemple de {rival}
      {number} lettres
      Comment on en est arrivé là
      Des doutes à {village}
      Avant {year}`),
    takeawaysHeading: ['L’essentiel', 'À retenir'],
    closingHeading: ['Et maintenant', 'Ce qui reste'],
    editNote: words('noms vérifiés, chiffres mis à jour, texte raccourci'),
    correction: ['Une première version de cet article indiquait {wrong}. Il s’agit de {right}.'],
    addition: lines(`
      Depuis la parution de cet article, la mairie a confirmé que {reason} serait réexaminée.
      {weekday}, on apprenait que {number} lettres de plus étaient arrivées.`),
    plan: words('projet, budget, programme, contrat, calendrier, fonds, moratoire, schéma directeur'),
    outcome: words(
      'approuve|a approuvé, rejette|a rejeté, reporte|a reporté, examine|a examiné, défend|a défendu, réduit|a réduit',
    ),
    reason:
      words(`la facture, la lenteur, la vétusté, la pénurie, la circulation, la pollution, la sécheresse, la paperasserie, la corrosion,
      la salinité`),
    verdict: words('trop cher, tardif, injuste, irréaliste, bâclé, timide, chimérique'),
    duration: words('deux ans, six mois, dix semaines, quatre ans, dix-huit mois, onze ans'),
    quality: words(
      'neuve, vide, provisoire, oubliée, rouillée, peinte, bancale, vermoulue, moussue, patinée',
    ),
    thing: words(
      'porte, table, lampe, grille, cloche, barque, pancarte, cabane, horloge, charrette, girouette, citerne, écluse',
    ),
    trade: words(
      'enseignante, infirmière, boulangère, jardinière, menuisière, apicultrice, libraire, relieuse, éclusière, luthière',
    ),
    person: ['{womanName} {surname}'],
    womanName: words(
      'Claire, Nathalie, Sophie, Fatima, Élodie, Mathilde, Odile, Solange, Bérénice, Apolline',
    ),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words(
      'Pierre, Julie, Karim, Laurent, Camille, Benoît, Sylvie, Marius, Thérèse, Gaspard, Honorine, Baptiste',
    ),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Bel, Ger, Mont, Fav, Rou, Dur, Char, Len, Vau, Tré, Boi'),
    surnameEnd: words('tin, nier, court, vel, bert, lier, reau, sin, mond, villon'),
    place: ['{placeStart}{placeEnd}', 'Saint-{saint}', '{placeStart}{placeEnd}-sur-{river}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}', 'Saint-{saint}'],
    placeStart: words(
      'Mont, Beau, Ville, Font, Roche, Clair, Belle, Château, Pierre, Grand, Noir, Vaux, Bois, Chante',
    ),
    placeEnd: words('val, mont, fort, bourg, lieu, pré, court, rive, fontaine, merle, loup, vigne'),
    saint: words('Martin, Germain, Pierre, Maurice, Rémy, Vivien, Gildas, Fulbert, Cucufa'),
    river: words('Mance, Vive, Drène, Luze, Corre, Bièle'),
    street: ['rue de {village}', 'rue Saint-{saint}', 'Grande Rue', 'place {surname}'],
    sum: ['{small} millions d’euros', '{small},{digit} millions d’euros', '{number} euros'],
    deadline: ['{month}'],
    weekday: words('lundi, mardi, mercredi, jeudi, vendredi, samedi'),
    month: words(
      'janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre',
    ),
  },
}

const spanish: Language = {
  tag: 'es',
  share: 40,
  separator: '.',
  beats: [
    {
      name: 'vida local',
      topics: words('Local government, Housing, Transport, Water'),
      slots: {
        body: words(
          'el ayuntamiento, el gobierno regional, el consejo escolar, el tribunal, el consorcio de transportes',
        ),
        object:
          words(`los autobuses nocturnos, los carriles bici, las viviendas sociales, los comedores escolares, los mercados de abastos,
          las bibliotecas móviles, los diques, los huertos urbanos, los pasos a nivel, las fuentes públicas`),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} el {plan} para {object}
      Por qué {object} dividen a {place}
      Qué cambia en {place} con el {plan} para {object}
      {place} y {rival} se disputan {object}
      {officialLast} {outcome} el {plan} para {object} en {place}
      {place} sigue esperando {object}`),
    summary: lines(`
      En {place}, un {plan} de {sum} reabre la disputa por {reason}.
      {officialFirst} {officialLast} no quiere esperar más; {criticFirst} {criticLast} pide otra revisión.`),
    lede: lines(`
      En {place}, {body} {outcome:1} el {weekday} un {plan} para {object}, tras {duration} de discusiones.
      Desde hace {duration} se habla en {place} de {reason}; desde el {weekday} hay un {plan} sobre la mesa.
      Eran {number} las personas que esperaban el {weekday} ante la sala para saber qué pasará con {object} en {place}.`),
    fact: lines(`
      El {plan} cuesta {sum}, y el {percent} por ciento lo paga la región.
      Afecta a {number} hogares entre la {street} y la {street}, además de los pueblos de {village} y {village}.
      {officialFirst} {officialLast} dijo en {month} que {reason} no dejaba otra salida.
      {criticFirst} {criticLast} considera que el {plan} es {verdict} y pide una segunda lectura.
      En {rival}, donde se intentó lo mismo en {year}, las quejas bajaron un {percent} por ciento.
      De las {number} cartas recibidas, cerca del {percent} por ciento estaban a favor.
      {person}, {trade} de {village}, ha seguido todas las sesiones y guarda cada página.
      En la {street}, una {thing} {quality} recuerda cómo se hacía antes.
      Dos intentos, en {year} y en {year}, fracasaron por {reason}.
      El acta tiene {number} páginas y vuelve {small} veces sobre el asunto.
      Entre {month} y {month} se gastaron {number} euros solo en {object}.
      Nadie supo decir el {weekday} quién pagará si el dinero no alcanza.
      {criticLast} recuerda que en {village} solo queda, de {number} euros, una {thing} {quality}.
      Un estudio llegado de {rival} calcula que {reason} cuesta {number} euros al año.
      Cada año desde {year}, {number} personas firman la misma petición.
      Pese a todo, {object} deberían estar listos antes de {deadline}.
      {officialLast} había prometido ya en {year} que nadie perdería su empleo por {object}.`),
    quote: lines(`
      «Llevábamos {duration} esperando», dijo {officialLast}.
      «Nadie nos preguntó —lamenta {criticLast}—. Nos dejaron una {thing} {quality}, y nada más.»
      «No veo qué tiene que ver {reason} con {object}», dijo {person}, {trade} de {village}.
      «Es {verdict}, y en la {street} lo sabe todo el mundo», afirma {criticLast}.
      «Vuelvan en {deadline}», sonríe {person}, {trade}.`),
    figure: lines(`
      El próximo recuento, en {number} hogares, se espera antes de la próxima sesión.
      Según el último cálculo, {number} vecinos notarán la diferencia el primer año.
      Hasta ahora se han inscrito {number} personas.`),
    takeaway: lines(`
      El {plan} para {object} en {place} cuesta {sum}.
      La disputa gira en torno a un punto: {reason}.
      Las obras deben empezar en {deadline} a más tardar.
      {rival} ya intentó lo mismo en {year}.
      {officialFirst} {officialLast} confía en repartir los gastos.`),
    closing: lines(`
      Queda {reason}, y la promesa de volver sobre ello en {deadline}.
      En {place}, la {thing} {quality} de la {street} es ya el lugar donde se habla de todo esto.
      {criticLast} ya ha reservado asiento para la próxima sesión.`),
    heading: lines(`
      Qué dice el {plan}
      Quién paga
      La vista desde la {street}
      El ejemplo de {rival}
      {number} cartas
      Cómo se llegó hasta aquí
      Dudas en {village}
      Antes de {year}`),
    takeawaysHeading: ['Lo esencial', 'En pocas palabras'],
    closingHeading: ['Y ahora qué', 'Lo que queda'],
    editNote: words('nombres comprobados, cifras actualizadas, texto abreviado'),
    correction: ['Una versión anterior de este artículo decía {wrong}. Lo correcto es {right}.'],
    addition: lines(`
      Tras publicarse este artículo se confirmó que {reason} volverá a examinarse.
      El {weekday} se supo que habían llegado {number} cartas más.`),
    plan: words('plan, presupuesto, proyecto, programa, contrato, calendario, fondo, pliego'),
    outcome: words(
      'aprueba|aprobó, rechaza|rechazó, aplaza|aplazó, estudia|estudió, defiende|defendió, recorta|recortó',
    ),
    reason: words(
      'la demora, la burocracia, la sequía, la humedad, la falta de personal, la deuda, la herrumbre, la salinidad',
    ),
    verdict: words('caro, tardío, injusto, inviable, precipitado, tímido, quimérico'),
    duration: words('dos años, seis meses, diez semanas, cuatro años, dieciocho meses, once años'),
    quality: words(
      'nueva, vacía, vieja, provisional, olvidada, oxidada, pintada, torcida, carcomida, desvencijada',
    ),
    thing: words(
      'puerta, mesa, lámpara, verja, campana, barca, pancarta, caseta, escalera, carreta, veleta, cisterna, noria',
    ),
    trade: words(
      'maestra, enfermera, panadera, jardinera, carpintera, apicultora, librera, modista, encuadernadora, campanera',
    ),
    person: ['{womanName} {surname}'],
    womanName: words('Carmen, Lucía, Pilar, Elena, Rocío, Inmaculada, Nuria, Remedios, Eulalia, Casilda'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words(
      'Javier, Marta, Luis, Ana, Ignacio, Beatriz, Rafael, Montserrat, Gonzalo, Leocadia, Zacarías',
    ),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Her, Fern, Ben, Val, Rod, Sal, Cab, Qu, Arr'),
    surnameEnd: words('ález, ínez, edo, ero, ona, amonte, uera, ieta, arez'),
    place: ['{placeStart}{placeEnd}', 'Villa{placeEnd}', '{placeStart}{placeEnd} del Río'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}', 'Villa{placeEnd}'],
    placeStart: words('Monte, Fuente, Torre, Peña, Valde, Casa, Puente, Campo, Roca, Piedra, Mata, Sierra'),
    placeEnd: words('clara, blanca, alta, seca, verde, rubia, honda, mayor, vieja, lobos, cabras, mora'),
    street: ['calle {surname}', 'calle Mayor', 'plaza de {village}', 'avenida de {rival}'],
    sum: ['{small} millones de euros', '{small},{digit} millones de euros', '{number} euros'],
    deadline: ['{month}'],
    weekday: words('lunes, martes, miércoles, jueves, viernes, sábado'),
    month: words(
      'enero, febrero, marzo, abril, mayo, junio, julio, agosto, septiembre, octubre, noviembre, diciembre',
    ),
  },
}

/** Every language but English. */
export const otherLanguages: readonly Language[] = [german, french, spanish, ...furtherLanguages]
