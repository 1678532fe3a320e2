import { type Language, lines, words } from './newsroomVocabulary.ts'

/** Postgres has no stemmer for Polish, so search takes its words as they stand. */
export const polish: Language = {
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
      „Ten {plan} jest {verdict} i wszyscy to wiedzą” – dodaje {criticLast}.`),
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
    sum: ['{small}00\u00a0000 złotych', '{small},{digit} mln złotych'],
    weekday: words('poniedziałek, wtorek, czwartek, piątek'),
  },
}
