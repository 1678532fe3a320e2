import { englishBeats } from './newsroomBeats.ts'
import { type Language, lines, words } from './newsroomVocabulary.ts'

export const english: Language = {
  tag: 'en',
  share: 800,
  separator: ',',
  beats: englishBeats,
  slots: {
    headline: lines(`
      {place} {body} {outcome} {plan} for {object}
      {plan} for {object} divides {place}
      {officialLast} {outcome} {plan} for {object} in {place}
      What the {plan} for {object} means for {place}
      Why {place} is still waiting for {object}
      {place} and {rival} at odds over {object}
      How {place} learned to argue about {object}
      Inside the {place} {plan} for {object}
      {sum} {plan} for {object} goes before {place} {body}
      {group} in {place} turn against {plan} for {object}
      {object} come back to {place}, and so does the {quarrel}
      {place} {body} has until {deadline} to settle {object}
      The {trade} who wants {object} for {place}
      Five things to know about {object} in {place}`),
    summary: lines(`
      The {body} in {place} {outcome:1} a {plan} for {object}; {group} say the {reason} was never counted.
      A {plan} worth {sum} is to change {object} in {place}. Not everybody there is convinced.
      After {duration} of {quarrel}, {place} knows what will become of {object}.
      {officialFirst} {officialLast} says that {place} cannot wait. {criticFirst} {criticLast} says that it must.`),
    lede: lines(`
      The {body} in {place} {outcome:1} a {plan} for {object} on {weekday}, after {duration} of {quarrel} over who should pay for it.
      A {plan} for {object} that {place} has talked about for {duration} came before the {body} on {weekday} and left it divided.
      On {weekday} morning {number} people stood in front of the {body} in {place} to hear what would become of {object}.
      It began with a letter from a {trade} and ended, {duration} later, with a {plan} for {object} that is worth {sum}.
      For {duration} nobody in {place} wanted to speak about {object}; since {weekday} they speak about nothing else.
      {officialFirst} {officialLast}, the {role}, told the {body} in {place} on {weekday} that {object} could not wait another {season}.`),
    fact: lines(`
      The {plan} is worth {sum}, of which {percent} per cent comes from {source} and the rest from {source}.
      It covers {number} households between {street} and {street}, as well as the villages of {village} and {village}.
      {officialFirst} {officialLast}, the {role}, said in {month} that the {reason} left the {body} with no choice.
      {criticFirst} {criticLast}, who speaks for {group}, called the {plan} {verdict} and asked for a second reading.
      A report that the {body} published in {month} {year} had already named {object} as its greatest {concern}.
      In {rival}, where a similar {plan} was tried in {year}, the number of complaints fell by {percent} per cent within {duration}.
      Of the {number} letters that reached the {body}, about {percent} per cent were in favour.
      The first {thing} is to arrive in {month}; the last, if the {reason} allows it, {duration} later.
      People on {street} remember the {quality} {thing} that stood there until {year}.
      The figures leave out {village}, which has counted its {thing}s by hand since {year}.
      {person}, a {trade} from {village}, has followed the {quarrel} from the first meeting and keeps every page of it in a {quality} {thing}.
      {person}, a {trade}, showed reporters the {thing} that {body} staff had left behind on {street}.
      Nobody at the {body} could say on {weekday} why the {reason} had been left out of the {quality} summary.
      Two earlier attempts, in {year} and in {year}, failed because of the {reason}.
      The {body} meets again in {deadline}; until then, the {quality} {thing} on {street} stays where it is.
      Under the {plan}, {percent} per cent of the {sum} is set aside in case the {reason} grows worse.
      {group} had asked for {number} signatures and got {number}, most of them from {street} and from {village}.
      A {trade} from {rival} was paid {smallSum} to look at the {reason} and found it {verdict}.
      The {plan} names {small} places where work can begin, among them a {thing} in {village} and the old {thing} on {street}.
      What has changed since {year} is the price: what then cost {smallSum} now costs about {percent} per cent more.
      Between {month} and {month}, the {body} spent {smallSum} on {object} alone, more than in the {small} years before.
      Whether the {reason} is the cause of it is disputed among those who have studied {object} for longest.
      The minutes run to {number} pages and mention {object} {small} times.
      {officialLast} had promised as early as {year} that no {trade} would lose work because of {object}.
      Not far from {street}, {person} keeps a {quality} {thing} that recalls how {place} used to deal with {object}.
      {criticLast} points to {village}, where the {body} spent {smallSum} and had little more than a {quality} {thing} to show for it.
      Staff were told by letter on {weekday}; {group} learned of it from a {trade}.
      Several members of the {body} said in private that the {reason} had been known for {duration}.
      A vote on the {quality} part of the {plan} was put off until {deadline}.
      The {trade}s of {place}, few as they are, have most to lose: {percent} per cent of their work depends on {object}.
      On {street} the shutters were down by noon, and a {quality} {thing} hung where the notice had been.
      There is a precedent: in {year} a {plan} for {object} was stopped {duration} after it began.
      One clause, on page {small}, lets the {body} end the {plan} should the {reason} cost more than {smallSum}.
      The {season} is the worst time for it, said {person}, a {trade} with {small} years behind her.
      Independent auditors put the cost of the {reason} at {smallSum} a year.
      Every {season} since {year}, {number} people have signed the same {quality} petition.
      When the doors opened, the {thing} was gone and so was the {quality} {thing} beside it.
      Neither {source} nor {source} would say what happens if the money runs out.
      Even so, the {body} expects {object} to be in place by {deadline}.
      At the heart of the {quarrel} is the {reason}, which {percent} per cent of people in {place} say they notice every week.`),
    quote: lines(`
      “We have waited {duration} for this,” said {officialLast}. “Another {season} would have been one too many.”
      “Nobody asked us,” {criticLast} said. “They sent a {trade} and a {quality} {thing}, and that was all.”
      “I do not see what the {reason} has to do with {object},” said {person}, a {trade} from {village}.
      “It is {verdict},” {criticLast} said, “and everybody on {street} knows it.”
      “You cannot run {object} on a promise from {year},” said {person}, who works as a {trade}.
      “The {plan} stands,” {officialLast} told reporters. “What is open is the {reason}, and who answers for it.”
      “My mother was a {trade} here, and she would not have believed it,” said {person}.
      “Ask again in {deadline},” said a member of the {body} who did not want to be named.
      “There is money for every {thing} in {rival} and none for us,” said {person}, a {trade}.
      “We read all {number} pages,” {criticLast} said. “The word {quality} is on most of them.”
      “If it works in {rival}, it works here,” said {officialLast}. “If it does not, we will say so.”
      “One {thing} at a time,” said {person}, laughing.`),
    figure: lines(`
      The next count, of {number} households, is due before the {body} meets again.
      By the latest estimate {number} people will notice the difference in the first year.
      So far {number} people have put their names down.
      The {body} says that {number} objections were read in full.
      In all, {number} documents were made public with the decision.`),
    takeaway: lines(`
      The {body} in {place} {outcome:1} a {plan} for {object} that is worth {sum}.
      {group} object because of the {reason}.
      Work is to begin by {deadline} at the latest.
      {officialFirst} {officialLast} expects that {percent} per cent of the cost will be shared.
      A similar {plan} in {rival} is what both sides argue from.
      The {reason} has been known for {duration} and is still in dispute.
      A final vote is expected in {deadline}.
      Nobody has said yet who pays should the {reason} grow worse.`),
    closing: lines(`
      What is left is the {reason}, and a {body} that has promised to look at it in {deadline}.
      In {place}, meanwhile, the {quality} {thing} on {street} has become the place where people stop to talk about it.
      {officialLast} will face the same room again in {deadline}, with the same {quality} {thing} on the table.
      {criticLast} has already booked a seat for the next meeting.
      Until then, {object} stay as they are, and so does the {quarrel}.`),
    heading: lines(`
      What the {plan} says
      Who pays
      {duration} of {quarrel}
      The view from {street}
      What {rival} did
      The matter of the {reason}
      {number} letters
      How it came to this
      The numbers
      Doubts in {village}
      Inside the {body}
      Money from {source}
      The other side
      A {trade}’s account
      Before {year}
      What nobody counted`),
    takeawaysHeading: ['Key takeaways', 'What to remember', 'In short'],
    closingHeading: ['What comes next', 'Closing', 'What is left', 'After the vote'],
    editNote: words(
      'names checked, figures brought up to date, second source added, shortened, quotes checked',
    ),
    correction: [
      'An earlier version of this article gave the figure as {wrong}. It is {right}.',
      'Because of an editing error, this article said {wrong} where it should have said {right}.',
    ],
    addition: lines(`
      After this article was first written, the {body} confirmed that the {reason} will be looked at again.
      The {body} added on {weekday} that {number} further letters had come in.
      {criticLast} has since withdrawn part of the objection, {group} said.`),
    reason:
      words(`cost, noise, delay, rent, staffing, weather, traffic, subsidence, paperwork, damp, insurance, drainage,
      rust, dust, asbestos, glare, bindweed, salinity, vibration, backlog, lead paint, knotweed, undertow`),
    plan: words(`plan, budget, scheme, fund, contract, timetable, campaign, pilot project, tender, licence, bylaw,
      blueprint, petition, charter, roadmap, levy, moratorium, covenant, prospectus`),
    outcome:
      words(`backs|backed, rejects|rejected, delays|delayed, approves|approved, reviews|reviewed, weighs|weighed,
      defends|defended, shelves|shelved, trims|trimmed, revives|revived, doubles|doubled, redraws|redrew, waters down|watered down`),
    quarrel:
      words(`debate, argument, dispute, wrangling, negotiation, disagreement, haggling, correspondence, bickering,
      filibuster, brinkmanship, logrolling`),
    verdict:
      words(`too late, unfair, costly, sensible, unworkable, overdue, reckless, timid, generous, rushed, threadbare,
      lopsided, half-baked, slapdash, quixotic, labyrinthine`),
    concern: words(
      'problem, risk, task, expense, concern, weakness, duty, liability, headache, conundrum, bugbear',
    ),
    group:
      words(`residents, tenants, shopkeepers, parents, pensioners, commuters, small businesses, volunteers, trade unions,
      landlords, cyclists, allotment holders, night workers, market traders, former staff, bell-ringers, houseboat owners`),
    source:
      words(`the state, the region, local taxes, private donors, a lottery fund, the pension fund, a bank loan,
      the churches, a bequest, the harbour dues, an anonymous trust, the sale of timber`),
    season: words('winter, summer, year, spring, autumn, school year, harvest'),
    duration:
      words(`two years, three years, six months, a year, ten weeks, a decade, eighteen months, four years, a fortnight,
      nine weeks, half a century`),
    quality:
      words(`new, plain, public, small, large, local, early, wooden, temporary, vacant, familiar, modest, wet, narrow, painted,
      faded, rusted, borrowed, neglected, crooked, lopsided, draughty, makeshift, weathered, mottled, battered, gilded, tarnished,
      threadbare, moss-covered, salt-stained, wainscoted, crenellated, herringboned, verdigrised, lichened, fluted, corrugated,
      whitewashed, galvanised, tessellated, creosoted, dovetailed, scalloped, burnished, limewashed, rough-hewn, blistered`),
    thing:
      words(`door, sign, table, wall, bench, gate, box, lamp, map, fence, bridge, shed, clock, poster, kettle, ladder, register,
      ledger, notebook, hut, boat, barrel, trolley, canopy, noticeboard, turnstile, billboard, signpost, banister, lantern, weathervane,
      sluice, trellis, sundial, barometer, drawbridge, gantry, trough, pulley, winch, bollard, hatstand, barograph, cistern, lectern,
      parapet, buttress, gazebo, pergola, belfry, capstan, gargoyle, pantograph, millstone, tarpaulin, escutcheon, theodolite`),
    trade:
      words(`teacher, nurse, driver, farmer, shopkeeper, student, plumber, builder, baker, librarian, carpenter, gardener, painter,
      postman, fisherman, butcher, tailor, welder, surveyor, locksmith, beekeeper, roofer, signalman, bookbinder, ferryman, glazier,
      watchmaker, lighthouse keeper, lockkeeper, piano tuner, stonemason, gamekeeper, dry-stone waller, thatcher, farrier, cooper,
      luthier, cartographer, campanologist, milliner, chandler, puppeteer, taxidermist, lacemaker, dowser, wheelwright, bell founder`),
    person: ['{firstName} {surname}'],
    officialFirst: ['{firstName}'],
    officialLast: ['{surname}'],
    criticFirst: ['{firstName}'],
    criticLast: ['{surname}'],
    firstName:
      words(`Anna, James, Maria, David, Sarah, Tom, Ruth, Peter, Nadia, Samuel, Grace, Oliver, Leila, Martin, Priya, Daniel,
      Ines, Victor, Hannah, Yusuf, Clara, Marek, Rosa, Edwin, Amara, Felix, Judith, Ravi, Moira, Tobias, Freya, Kwame, Elspeth, Imran,
      Bronwen, Casimir, Delphine, Ottoline, Tamsin, Ignatius, Perpetua, Wilhelmina`),
    surname: ['{surnameStart}{surnameEnd}'],
    surnameStart:
      words(`Ash, Hart, Whit, Black, Green, Hol, Wood, Mar, Stan, Bel, Lang, Thorn, Rad, Win, Pem, Crow, Kel, Fair, Lock, Dray,
      Hather, Wick, Cald, Fen, Gar, Oak, Penn, Ros, Sed, Tre, Wether, Quill, Yar, Brack, Inch, Mossl, Ever`),
    surnameEnd:
      words(`ley, ton, well, field, wood, man, ford, er, combe, worth, by, ston, wick, shaw, bourne, dale, croft, gate, hurst,
      stead, mere, thwaite, brook, low`),
    place: ['{placeStart}{placeEnd}'],
    rival: ['{placeStart}{placeEnd}'],
    village: ['{placeStart}{placeEnd}', '{villageStart} {placeStart}{placeEnd}'],
    villageStart: words('Little, Great, Upper, Nether, Long, Stoke, Market, Abbot’s'),
    placeStart:
      words(`East, West, North, Har, Mill, King, New, Bridge, Old, Stone, Wind, Clay, Whit, Ashen, Sand, Red, Brook, Salt, Elm,
      Deep, Hazel, Marl, Otter, Raven, Tide, Thistle, Wren, Gorse, Kestrel, Linnet, Mallow, Sorrel, Teasel, Yarrow, Quarry, Bram`),
    placeEnd:
      words(`mere, ford, bury, port, field, haven, ton, bridge, ham, wick, mouth, dale, by, minster, stead, holt, combe, thorpe,
      ness, leigh, marsh, staithe, wold, garth, fleet`),
    street: [
      '{placeStart}{placeEnd} Street',
      '{surname} Road',
      '{streetName}',
      '{surname} Lane',
      '{placeStart} Quay',
    ],
    streetName: words(
      'the High Street, Station Road, Church Lane, Mill Street, the Parade, Tanner’s Row, Ropewalk, Shambles Yard',
    ),
    sum: ['£{small} million', '£{small}.{digit} million', '£{small}00,000'],
    smallSum: ['£{small},000', '£{small}0,000', '£{number}'],
    deadline: ['{month}'],
    weekday: words('Monday, Tuesday, Wednesday, Thursday, Friday, Saturday'),
    month: words(
      'January, February, March, April, May, June, July, August, September, October, November, December',
    ),
  },
}
