import { type Beat, lines, words } from './newsroomVocabulary.ts'

/** The twelve fields that the newsroom covers in English, those it writes most about first. */
export const englishBeats: readonly Beat[] = [
  {
    name: 'local government',
    topics: words('Local government, Housing, Planning, Elections, Public spending'),
    slots: {
      body: words('council, planning board, housing authority, parish council, town hall, mayor’s office'),
      role: words('council leader, finance officer, head of planning, mayor, town clerk, housing director'),
      object:
        words(`council flats, market stalls, empty shops, riverside homes, bin collections, parish halls, street lamps,
        public benches, footbridges, allotments, park railings, war memorials`),
      fact: lines(`
        Turnout at the last election was {percent} per cent, and {object} were what most canvassers were asked about.
        Rents between {street} and {street} have risen by {percent} per cent since {year}.`),
    },
  },
  {
    name: 'the economy',
    topics: words('Economy, Business, Jobs, Trade, Energy'),
    slots: {
      body: words('chamber of commerce, port authority, trade ministry, central bank, employers’ federation'),
      role: words('chief economist, harbour master, trade secretary, head of forecasting, treasurer'),
      object:
        words(`pension funds, apprenticeships, fishing quotas, heat pumps, wind farms, import duties, shop leases, grain prices,
        container berths, late invoices, wage floors, dry docks`),
      fact: lines(`
        Unemployment around {place} stood at {small}.{digit} per cent in {month}, little changed on the year.
        Exports by way of {rival} fell by {percent} per cent between {month} and {month}, customs records show.`),
    },
  },
  {
    name: 'health',
    topics: words('Health, Hospitals, Mental health, Public health, Ageing'),
    slots: {
      body: words('hospital trust, health board, ambulance service, medical school, care commission'),
      role: words('medical director, head of nursing, chief pharmacist, director of public health'),
      object:
        words(`waiting lists, night clinics, care homes, ambulance bays, school nurses, vaccine vans, rural surgeries, hearing aids,
        maternity wards, hospices, dental chairs, blood banks`),
      fact: lines(`
        The median wait was {small} weeks in {month}; for {percent} per cent of patients it was more than twice as long.
        A trial with {number} patients, half of whom were given the new treatment, ended in {month}.`),
    },
  },
  {
    name: 'transport',
    topics: words('Transport, Railways, Cycling, Aviation, Roads'),
    slots: {
      body: words('transport authority, railway company, bus operator, airport, highways agency'),
      role: words('head of operations, chief engineer, timetable planner, traffic commissioner'),
      object:
        words(`night buses, level crossings, cycle lanes, branch lines, ferry slots, bus shelters, speed cameras, charging points,
        toll booths, tram stops, sleeper trains, railway arches`),
      fact: lines(`
        On weekdays the line carries {number} passengers, {percent} per cent of them before nine in the morning.
        Trains from {rival} were late by {small} minutes on average, the operator’s own record says.`),
    },
  },
  {
    name: 'education',
    topics: words('Education, Schools, Universities, Childcare, Libraries'),
    slots: {
      body: words('school board, university senate, education ministry, library service, inspectorate'),
      role: words('head teacher, vice-chancellor, chief inspector, city librarian, director of education'),
      object:
        words(`school meals, evening classes, exam fees, playgrounds, mobile libraries, student rooms, nursery places, music lessons,
        school crossings, reading rooms, entrance exams, breakfast clubs`),
      fact: lines(`
        Classes have {small} pupils on average, and {percent} per cent of teachers are older than fifty.
        Of {number} pupils who took the exam in {month}, {percent} per cent passed at the first attempt.`),
    },
  },
  {
    name: 'the environment',
    topics: words('Environment, Climate, Water, Wildlife, Farming'),
    slots: {
      body: words('water company, national park, environment agency, drainage board, farmers’ union'),
      role: words('chief ranger, hydrologist, head of conservation, flood warden, soil scientist'),
      object:
        words(`flood walls, hedgerows, beaver dams, salt marshes, fish ladders, peat bogs, beehives, storm drains, reed beds,
        orchard grants, otter holts, rain gauges`),
      fact: lines(`
        The river stood {small} centimetres above the mark of {year}, and the gauge at {village} was under water.
        A count in {month} found {number} breeding pairs, {percent} per cent more than in {year}.`),
    },
  },
  {
    name: 'the courts',
    topics: words('Courts, Crime, Policing, Prisons, Human rights'),
    slots: {
      body: words('district court, police service, prosecutor’s office, court of appeal, probation board'),
      role: words('presiding judge, chief constable, prosecutor, prison governor, registrar'),
      object:
        words(`night patrols, cold cases, body cameras, legal aid fees, parole hearings, stolen bicycles, bail hostels, jury rooms,
        fraud trials, forensic delays, witness boxes, holding cells`),
      fact: lines(`
        The case file has {number} pages; the defence was given {small} days to read them.
        Recorded thefts fell by {percent} per cent in the year to {month}, while fraud rose.`),
    },
  },
  {
    name: 'science and technology',
    topics: words('Science, Space, Technology, Internet, Artificial intelligence'),
    slots: {
      body: words('research council, observatory, patent office, data regulator, institute of technology'),
      role: words('principal investigator, mission director, data commissioner, head of research'),
      object:
        words(`weather satellites, data centres, phone masts, radio telescopes, open licences, chip factories, sea cables,
        face scanners, ice cores, seed vaults, quantum clocks, recommender systems`),
      fact: lines(`
        The results, which {small} other laboratories have tried to repeat, rest on {number} measurements.
        The instrument records {number} readings a second and stores them for {duration}.`),
    },
  },
  {
    name: 'culture',
    topics: words('Culture, Music, Film, Books, Theatre'),
    slots: {
      body: words('arts council, opera house, film board, museum, festival committee'),
      role: words('artistic director, chief curator, festival director, conductor, head of collections'),
      object:
        words(`street festivals, rehearsal rooms, picture houses, brass bands, book fairs, stage lights, museum loans, organ recitals,
        puppet plays, silent films, life models, harpsichords`),
      fact: lines(`
        The hall seats {number}; on {weekday} all but {small} of the seats were taken.
        First shown in {year}, the work had been in a {quality} {thing} in {village} ever since.`),
    },
  },
  {
    name: 'sport',
    topics: words('Sport, Football, Athletics, Rowing, Tennis'),
    slots: {
      body: words('football club, athletics federation, rowing club, league, stadium trust'),
      role: words('head coach, club president, team doctor, groundsman, youth coach'),
      object:
        words(`ticket prices, youth squads, floodlights, away games, boathouses, running tracks, penalty rules, grass pitches,
        referee shortages, relay teams, clay courts, starting blocks`),
      fact: lines(`
        In {small} games since {month} the side has let in {small} goals, most of them late.
        The {season} before last, {number} people came to the ground; last year it was {percent} per cent fewer.`),
    },
  },
  {
    name: 'the world',
    topics: words('World, Europe, Migration, Development, Defence'),
    slots: {
      body: words('foreign ministry, border agency, aid mission, parliament, joint commission'),
      role: words('foreign secretary, special envoy, head of mission, committee chair, ambassador'),
      object:
        words(`border posts, grain convoys, visa rules, ceasefire talks, relief flights, landmine surveys, fishing treaties, asylum claims,
        transit camps, prisoner lists, shipping lanes, consular fees`),
      fact: lines(`
        Since {month}, {number} people have crossed at {village}, {percent} per cent of them children.
        The treaty of {year} has {small} signatories, of whom {small} have not ratified it.`),
    },
  },
  {
    name: 'society',
    topics: words('Society, Religion, Food, Weather, Travel'),
    slots: {
      body: words('diocese, consumer council, tourist board, weather service, village association'),
      role: words('bishop, head of forecasting, village elder, chief steward, ombudsman'),
      object:
        words(`Sunday markets, church roofs, beach huts, food banks, snow days, hiking trails, bakers’ ovens, camp sites,
        prayer rooms, lunch clubs, harvest fairs, pilgrim hostels`),
      fact: lines(`
        In a survey of {number} people, {percent} per cent said that they would miss {object} if they were gone.
        It was the driest {month} since {year}, and the {small} wells of {village} had run low.`),
    },
  },
]
