import { type Language, lines, words } from './newsroomVocabulary.ts'

export const italian: Language = {
  tag: 'it',
  share: 8,
  separator: '.',
  beats: [
    {
      name: 'cronaca',
      topics: words('Local government, Housing, Culture'),
      slots: {
        body: words('il comune, il consiglio regionale, il tribunale, il comitato'),
        object: words(
          'gli autobus notturni, le piste ciclabili, le case popolari, le mense scolastiche, i mercati coperti, gli argini',
        ),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}, {body} {outcome} il {plan} per {object}
      Perché {object} dividono {place}
      Che cosa cambia a {place} con il {plan} per {object}
      {place} e {rival} litigano per {object}`),
    summary: ['A {place} un {plan} da {sum} riapre la disputa: al centro c’è {reason}.'],
    lede: lines(`
      A {place}, {weekday}, {body} {outcome:1} un {plan} per {object}, dopo {duration} di discussioni.
      Da {duration} a {place} si discute; da {weekday} c’è un {plan} sul tavolo, e riguarda {object}.`),
    fact: lines(`
      Il {plan} costa {sum}, per il {percent} per cento a carico dello Stato.
      Riguarda {number} famiglie tra {street} e {street}, oltre ai paesi di {village} e {village}.
      {officialFirst} {officialLast} ha detto a {month} che {reason} non lasciava altra scelta.
      {criticFirst} {criticLast} giudica il {plan} {verdict} e chiede una seconda lettura.
      A {rival}, dove si provò lo stesso nel {year}, i reclami sono scesi del {percent} per cento.
      Su {number} lettere arrivate, circa il {percent} per cento era a favore.
      In {street} una {thing} {quality} ricorda come si faceva un tempo.
      Due tentativi, nel {year} e nel {year}, sono falliti.
      Il verbale conta {number} pagine e torna {small} volte sull’argomento.
      Nessuno, {weekday}, ha saputo dire chi pagherà se i soldi non basteranno.
      Dal {year}, ogni anno, {number} persone firmano la stessa petizione.
      {criticLast} cita {village}, dove di {number} euro resta soltanto una {thing} {quality}.`),
    quote: lines(`
      «Aspettiamo da {duration}», ha detto {officialLast}.
      «Nessuno ci ha chiesto niente», lamenta {criticLast}.
      «È {verdict}, e in {street} lo sanno tutti», dice {criticLast}.`),
    figure: lines(`
      Il prossimo conteggio, in {number} famiglie, è atteso prima della prossima seduta.
      Finora si sono iscritte {number} persone.`),
    takeaway: lines(`
      Il {plan} per {object} a {place} costa {sum}.
      Al centro della disputa c’è {reason}.
      I lavori devono cominciare entro {deadline}.`),
    closing: lines(`
      Resta {reason}, e la promessa di tornarci a {deadline}.
      {criticLast} ha già prenotato un posto per la prossima seduta.`),
    heading: lines(`
      Che cosa dice il {plan}
      Chi paga
      L’esempio di {rival}
      {number} lettere
      Dubbi a {village}`),
    takeawaysHeading: ['In breve'],
    closingHeading: ['Che cosa succede ora'],
    editNote: words('nomi verificati, cifre aggiornate'),
    correction: ['Una versione precedente di questo articolo riportava {wrong}. Il dato corretto è {right}.'],
    addition: ['Dopo la pubblicazione sono arrivate altre {number} lettere.'],
    plan: words('piano, bilancio, progetto, programma, contratto, calendario, bando'),
    outcome: words(
      'approva|ha approvato, respinge|ha respinto, rinvia|ha rinviato, esamina|ha esaminato, difende|ha difeso',
    ),
    reason: words('la burocrazia, la siccità, la carenza di personale, la ruggine, la salsedine'),
    verdict: words('caro, tardivo, ingiusto, irrealistico, frettoloso'),
    duration: words('due anni, sei mesi, dieci settimane, diciotto mesi'),
    quality: words('nuova, vuota, provvisoria, arrugginita, dipinta, tarlata'),
    thing: words('porta, lampada, campana, barca, panchina, scala, banderuola, cisterna'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words('Marco, Giulia, Paolo, Chiara, Salvatore, Ornella, Ezio, Fiammetta'),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Bel, Ros, Fer, Gal, Mon, Tasc'),
    surnameEnd: words('etti, ini, oni, aldi, ucci, anelli'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}'],
    placeStart: words('Monte, Castel, Rocca, Villa, Ponte, Borgo, Campo, Pietra'),
    placeEnd: words('rosso, chiaro, verde, vecchio, alto, franco, lupo, secco, fiorito'),
    street: ['via {surname}', 'piazza {surname}', 'via Roma'],
    sum: ['{small} milioni di euro', '{small}00.000 euro'],
    deadline: ['{month}'],
    weekday: words('lunedì, martedì, mercoledì, giovedì, venerdì'),
    month: words('gennaio, marzo, maggio, giugno, settembre, dicembre'),
  },
}
