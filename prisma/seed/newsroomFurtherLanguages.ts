import { type Language, lines, words } from './newsroomVocabulary.ts'

const italian: Language = {
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
    sum: ['{small} milioni di euro', '{number} euro'],
    deadline: ['{month}'],
    weekday: words('lunedì, martedì, mercoledì, giovedì, venerdì'),
    month: words('gennaio, marzo, maggio, giugno, settembre, dicembre'),
  },
}

const brazilian: Language = {
  tag: 'pt-BR',
  share: 6,
  separator: '.',
  beats: [
    {
      name: 'cidades',
      topics: words('Local government, Transport, Public health'),
      slots: {
        body: words('a prefeitura, a câmara, a justiça, a comissão, a secretaria'),
        object: words(
          'os ônibus noturnos, as ciclovias, as moradias populares, as feiras livres, os postos de saúde, as pontes',
        ),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} {plan} para {object}
      Por que {object} dividem {place}
      O que muda em {place} com o {plan} para {object}
      {place} e {rival} disputam {object}`),
    summary: ['Em {place}, um {plan} de {sum} reabre a disputa sobre {reason}.'],
    lede: lines(`
      Em {place}, na {weekday}, {body} {outcome:1} um {plan} para {object}, depois de {duration} de discussões.
      Há {duration} {place} discute {reason}; desde a {weekday} existe um {plan} sobre a mesa.`),
    fact: lines(`
      O {plan} custa {sum}, dos quais {percent} por cento saem dos cofres do estado.
      São {number} famílias entre a {street} e a {street}, além das vilas de {village} e {village}.
      {officialFirst} {officialLast} disse em {month} que {reason} não deixava outra saída.
      {criticFirst} {criticLast} considera o {plan} {verdict} e pede nova votação.
      Em {rival}, onde se tentou o mesmo em {year}, as queixas caíram {percent} por cento.
      Das {number} cartas recebidas, cerca de {percent} por cento eram favoráveis.
      Na {street}, uma {thing} {quality} lembra como se fazia antes.
      Duas tentativas, em {year} e em {year}, fracassaram.
      A ata tem {number} páginas e volta {small} vezes ao assunto.
      Ninguém soube dizer na {weekday} quem paga se o dinheiro acabar.
      Todo ano, desde {year}, {number} pessoas assinam o mesmo abaixo-assinado.
      {criticLast} lembra que em {village} só restou, de {number} reais, uma {thing} {quality}.`),
    quote: lines(`
      “Esperamos {duration} por isso”, disse {officialLast}.
      “Ninguém nos perguntou nada”, reclama {criticLast}.
      “É {verdict}, e na {street} todos sabem”, afirma {criticLast}.`),
    figure: lines(`
      A próxima contagem, em {number} casas, sai antes da próxima sessão.
      Até agora, {number} pessoas se inscreveram.`),
    takeaway: lines(`
      O {plan} para {object} em {place} custa {sum}.
      A disputa gira em torno de um ponto: {reason}.
      As obras devem começar até {deadline}.`),
    closing: lines(`
      Resta {reason}, e a promessa de voltar ao tema em {deadline}.
      {criticLast} já reservou lugar para a próxima sessão.`),
    heading: lines(`
      O que diz o {plan}
      Quem paga
      O exemplo de {rival}
      {number} cartas
      Dúvidas em {village}`),
    takeawaysHeading: ['Em resumo'],
    closingHeading: ['E agora'],
    editNote: words('nomes conferidos, números atualizados'),
    correction: ['Uma versão anterior deste texto trazia {wrong}. O correto é {right}.'],
    addition: ['Depois da publicação chegaram mais {number} cartas.'],
    plan: words('plano, orçamento, projeto, programa, contrato, calendário, edital'),
    outcome: words('aprova|aprovou, rejeita|rejeitou, adia|adiou, analisa|analisou, defende|defendeu'),
    reason: words('a burocracia, a seca, a falta de pessoal, a ferrugem, a maresia'),
    verdict: words('caro, tardio, injusto, inviável, apressado'),
    duration: words('dois anos, seis meses, dez semanas, dezoito meses'),
    quality: words('nova, vazia, provisória, enferrujada, pintada, carcomida'),
    thing: words('porta, placa, lâmpada, canoa, cadeira, escada, carroça, cisterna'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words('João, Ana, Carlos, Mariana, Tiago, Jussara, Iracema, Otávio'),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Mar, Bar, Ol, Fer, Cam, Sil, Tav'),
    surnameEnd: words('ques, ros, iveira, nandes, argo, ares'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}'],
    placeStart: words('Monte, Porto, Campo, Ponte, Pedra, Serra, Barra'),
    placeEnd: words('lindo, claro, verde, velho, alto, bonito, manso, seco'),
    street: ['rua {surname}', 'avenida {surname}', 'rua Direita'],
    sum: ['{small} milhões de reais', '{number} reais'],
    deadline: ['{month}'],
    weekday: words('segunda-feira, terça-feira, quarta-feira, quinta-feira, sexta-feira'),
    month: words('janeiro, março, maio, junho, setembro, dezembro'),
  },
}

const dutch: Language = {
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
    sum: ['{small} miljoen euro', '{number} euro'],
    deadline: ['{month}'],
    weekday: words('maandag, dinsdag, woensdag, donderdag, vrijdag'),
    month: words('januari, maart, mei, juni, september, december'),
  },
}

/** Postgres has no stemmer for Polish, so search takes its words as they stand. */
const polish: Language = {
  tag: 'pl',
  share: 5,
  separator: '\u00a0',
  beats: [
    {
      name: 'region',
      topics: words('Local government, Railways, Water'),
      slots: {
        body: words('rada miejska, komisja, spółka kolejowa, rada powiatu'),
        object:
          words(`nocnych autobusów, ścieżek rowerowych, mieszkań komunalnych, stołówek szkolnych, wałów przeciwpowodziowych,
          ogródków działkowych`),
      },
    },
  ],
  slots: {
    headline: lines(`
      {place}: {body} {outcome} {plan} na rzecz {object}
      Spór o los {object} dzieli {place}
      Co oznacza {plan} na rzecz {object}: pytania do miasta {place}
      {place} i {rival}: dwa spojrzenia na los {object}`),
    summary: ['{place}: {plan} za {sum} wywołuje spór. W tle {reason}.'],
    lede: lines(`
      Miasto {place}: {weekday} przyniósł rozstrzygnięcie. Po długim sporze {body} {outcome:1} {plan} na rzecz {object}.
      {place} od dawna czeka na {plan} na rzecz {object}; {weekday} okazał się przełomem.`),
    fact: lines(`
      Koszt to {sum}, z czego {percent} procent pokrywa państwo.
      Chodzi o {number} rodzin oraz o miejscowości {village} i {village}.
      {officialFirst} {officialLast} powtarza, że {reason} nie pozostawia wyboru.
      {criticFirst} {criticLast} ocenia, że {plan} jest {verdict}.
      {rival} podjęło tę samą próbę w {year} roku, a liczba skarg spadła o {percent} procent.
      Z {number} listów około {percent} procent było za.
      Przy ulicy {surname} wciąż stoi {quality} {thing}.
      Dwie próby, w {year} i w {year} roku, zakończyły się niczym.
      Protokół ma {number} stron i wraca do sprawy {small} razy.
      Nikt nie umiał powiedzieć, kto zapłaci, jeśli zabraknie pieniędzy.
      Od {year} roku co roku {number} osób podpisuje tę samą petycję.
      {criticLast} przypomina, że z {number} złotych została tylko {quality} {thing}.`),
    quote: lines(`
      „Czekaliśmy na to latami” – mówi {officialLast}.
      „Nikt nas nie pytał” – mówi {criticLast}.
      „{plan} jest {verdict} i wszyscy to wiedzą” – dodaje {criticLast}.`),
    figure: lines(`
      Następne liczenie, w {number} domach, odbędzie się przed kolejną sesją.
      Dotąd zapisało się {number} osób.`),
    takeaway: lines(`
      Koszt: {sum}.
      Sporna pozostaje jedna sprawa: {reason}.
      {rival} próbowało tego samego już w {year} roku.`),
    closing: lines(`
      Pozostaje {reason} i obietnica, że sprawa wróci.
      {criticLast} zajmie miejsce w pierwszym rzędzie także na następnej sesji.`),
    heading: lines(`
      Co zawiera {plan}
      Kto zapłaci
      Jak zrobiło to {rival}
      {number} listów
      Zanim padła decyzja`),
    takeawaysHeading: ['Najważniejsze'],
    closingHeading: ['Co dalej'],
    editNote: words('sprawdzono nazwiska, uaktualniono liczby'),
    correction: ['We wcześniejszej wersji artykułu podano {wrong}. Prawidłowa liczba to {right}.'],
    addition: ['Po publikacji nadeszło jeszcze {number} listów.'],
    plan: words('plan, budżet, projekt, program, kontrakt, fundusz'),
    outcome: words('popiera|poparła, odrzuca|odrzuciła, odkłada|odłożyła, omawia|omówiła'),
    reason: words('biurokracja, susza, wilgoć, hałaśliwość, korozja'),
    verdict: words('za drogi, spóźniony, niesprawiedliwy, nierealny'),
    quality: words('nowa, stara, pusta, drewniana, zardzewiała, spróchniała'),
    thing: words('brama, ławka, lampa, tablica, drabina, łódź, studnia, śluza'),
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName: words('Anna, Piotr, Ewa, Tomasz, Zofia, Łukasz, Bożena, Świętosława'),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart: words('Koral, Brzoz, Lipin, Wron, Sok, Jał'),
    surnameEnd: words('ak, yk, uk, czuk'),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}'],
    placeStart: words('Nowo, Staro, Brzozo, Lipo, Jasno, Biało, Wilko'),
    placeEnd: words('pole, wodzie, brzezie, lesie, grodzie, górze'),
    sum: ['{number} złotych', '{small},{digit} mln złotych'],
    weekday: words('poniedziałek, wtorek, czwartek, piątek'),
  },
}

export const furtherLanguages: readonly Language[] = [italian, brazilian, dutch, polish]
