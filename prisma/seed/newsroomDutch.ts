import { type Language, lines, words } from './newsroomVocabulary.ts'

export const dutch: Language = {
  tag: 'nl',
  share: 6,
  separator: '.',
  beats: [
    {
      name: 'regio',
      topics: words('Local government, Water, Cycling'),
      slots: {
        body: words('gemeenteraad, provincie, rechtbank, commissie, waterraad'),
        object: words('fietspaden, dijken, nachtbussen, huurwoningen, schoolpleinen, volkstuinen, bruggen'),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} {plan} voor {object}
      Waarom {object} {place} verdelen
      Wat het {plan} voor {object} in {place} betekent
      {place} en {rival} oneens over {object}`),
    summary: ['In {place} brengt een {plan} van {sum} de ruzie over {reason} terug.'],
    lede: lines(`
      De {body} van {place} {outcome:1} {weekday} een {plan} voor {object}, na {duration} van overleg.
      Al {duration} praat {place} over {object}; sinds {weekday} ligt er een {plan} op tafel.`),
    fact: lines(`
      Het {plan} kost {sum}, waarvan {percent} procent door het rijk wordt betaald.
      Het gaat om {number} huishoudens tussen de {street} en de {street}, en om de dorpen {village} en {village}.
      {officialFirst} {officialLast} zei in {month} dat {reason} geen andere keuze liet.
      {criticFirst} {criticLast} noemt het {plan} {verdict} en vraagt om een tweede lezing.
      In {rival}, waar men in {year} hetzelfde probeerde, daalde het aantal klachten met {percent} procent.
      Van de {number} brieven was ongeveer {percent} procent voor.
      Aan de {street} herinnert een {quality} {thing} eraan hoe het vroeger ging.
      Twee eerdere pogingen, in {year} en in {year}, mislukten door {reason}.
      Het verslag telt {number} pagina’s en noemt {object} {small} keer.
      Niemand kon {weekday} zeggen wie betaalt als het geld opraakt.
      Sinds {year} tekenen elk jaar {number} mensen hetzelfde verzoekschrift.
      {criticLast} wijst op {village}, waar van {number} euro alleen een {quality} {thing} over is.`),
    quote: lines(`
      ‘Hier hebben we {duration} op gewacht’, zei {officialLast}.
      ‘Niemand heeft ons iets gevraagd’, zegt {criticLast}.
      ‘Het is {verdict}, en in de {street} weet iedereen dat’, zegt {criticLast}.`),
    figure: lines(`
      De volgende telling, bij {number} huishoudens, komt voor de volgende zitting.
      Tot nu toe hebben {number} mensen zich ingeschreven.`),
    takeaway: lines(`
      Het {plan} voor {object} in {place} kost {sum}.
      De ruzie gaat over {reason}.
      Uiterlijk in {deadline} moet het werk beginnen.`),
    closing: lines(`
      Wat blijft is {reason}, en de belofte om er in {deadline} op terug te komen.
      {criticLast} heeft voor de volgende zitting al een stoel besproken.`),
    heading: lines(`
      Wat het {plan} zegt
      Wie betaalt
      Het voorbeeld van {rival}
      {number} brieven
      Twijfels in {village}`),
    takeawaysHeading: ['Kort samengevat'],
    closingHeading: ['Hoe het verder gaat'],
    editNote: words('namen nagekeken, cijfers bijgewerkt'),
    correction: ['In een eerdere versie van dit artikel stond {wrong}. Dat moet {right} zijn.'],
    addition: ['Na publicatie kwamen er nog {number} brieven binnen.'],
    plan: words('plan, budget, voorstel, programma, fonds, contract, rooster'),
    outcome: words(
      'steunt|steunde, verwerpt|verwierp, bespreekt|besprak, verdedigt|verdedigde, halveert|halveerde',
    ),
    reason: words('vertraging, geldgebrek, lawaai, vocht, papierwerk, verzilting, roestvorming'),
    verdict: words('te duur, te laat, oneerlijk, onhaalbaar, halfslachtig'),
    duration: words('twee jaar, zes maanden, tien weken, achttien maanden'),
    quality: words('nieuwe, oude, lege, houten, roestige, scheve, vermolmde'),
    thing: words('deur, bank, lamp, klok, ladder, boot, brug, windvaan, sluis'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words('Jan, Marieke, Pieter, Saskia, Youssef, Anneke, Wouter, Truus'),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Berg, Water, Hage, Linden, Brink, Meer, Kwaad'),
    surnameEnd: words('man, huis, stra, veld, hof, mans, graaf'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}'],
    placeStart: words('Oud, Nieuw, Water, Zand, Linde, Hoog, Laag, Kraan'),
    placeEnd: words('dam, dijk, veen, wijk, kerk, horst, beek, sluis'),
    street: ['{surname}straat', 'Dorpsstraat', '{placeStart}kade'],
    sum: ['{small} miljoen euro', '{small}00.000 euro'],
    deadline: ['{month}'],
    weekday: words('maandag, dinsdag, woensdag, donderdag, vrijdag'),
    month: words('januari, maart, mei, juni, september, december'),
  },
}
