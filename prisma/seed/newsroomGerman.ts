import { type Language, lines, words } from './newsroomVocabulary.ts'

export const german: Language = {
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
      Seit {duration:1} wird in {place} über {object} gesprochen, und seit {weekday} liegt ein {plan} auf dem Tisch.
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
      Ein Gutachten aus {rival} kam zu dem Schluss, die {reason} sei seit {duration:1} bekannt gewesen.
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
    duration:
      words(`zwei Jahre|zwei Jahren, sechs Monate|sechs Monaten, zehn Wochen|zehn Wochen, vier Jahre|vier Jahren,
      achtzehn Monate|achtzehn Monaten, elf Jahre|elf Jahren`),
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
    sum: ['{small} Millionen Euro', '{small},{digit} Millionen Euro', '{small}00.000 Euro'],
    deadline: ['{month}'],
    weekday: words('Montag, Dienstag, Mittwoch, Donnerstag, Freitag, Samstag'),
    month: words(
      'Januar, Februar, März, April, Mai, Juni, Juli, August, September, Oktober, November, Dezember',
    ),
  },
}
