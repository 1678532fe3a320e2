import { type Language, lines, words } from './newsroomVocabulary.ts'

export const french: Language = {
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
      Malgré tout, {object} devraient être prêts en {deadline}.
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
    sum: ['{small} millions d’euros', '{small},{digit} millions d’euros', '{small}00\u202f000 euros'],
    deadline: ['{month}'],
    weekday: words('lundi, mardi, mercredi, jeudi, vendredi, samedi'),
    month: words(
      'janvier, février, mars, avril, mai, juin, juillet, août, septembre, octobre, novembre, décembre',
    ),
  },
}
