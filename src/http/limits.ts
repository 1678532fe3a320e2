/** Every limit of the API in one place; the document states each where it holds. */
export const limits = {
  /** Bytes of a request body. */
  bodyBytes: 1024 * 1024,
  /** Bytes of the request line and all headers. */
  headerBytes: 16 * 1024,
  /** Characters of a URL; every recipient should take as many (RFC 9110, 4.1). */
  requestUrl: 8000,
  /** Levels of objects and arrays in JSON that is sent: what recurses over it must not run out of stack. */
  jsonDepth: 32,
  /** Bytes of a whole article as JSON. */
  articleBytes: 512 * 1024,

  /** Characters. */
  headline: 300,
  summary: 2000,
  dateline: 100,
  sectionHeading: 300,
  sectionBody: 100_000,
  takeawayText: 1000,
  quote: 1000,
  name: 200,
  bio: 10_000,
  shortText: 200,
  note: 2000,
  url: 2000,
  email: 254,
  languageTag: 35,
  externalId: 200,
  idempotencyKey: 255,
  /** The longest headline in the widest script, or the words of a search, as base64 of JSON. */
  cursor: 4000,
  searchWords: 200,
  /** Hits of a search that are weighed: ranking as many takes some 30 ms, and in a large archive all of them seconds. */
  rankedHits: 1000,
  filterText: 1000,

  /** Members of a list. */
  sections: 500,
  takeaways: 50,
  evidencePerTakeaway: 10,
  byline: 20,
  topics: 30,
  links: 20,
  anyOf: 50,
  sortFields: 5,
  filterDepth: 5,
  filterTerms: 50,
  facetValues: 50,
  selectedFields: 100,
  batchOperations: 100,
  patchOperations: 500,
  /** Faults that one answer tells of. */
  faults: 100,

  /** Resources on a page. */
  pageDefault: 20,
  page: 100,
  offset: 10_000,
  /** A list longer than this is counted by estimate, where an estimate will do. */
  exactCount: 1000,
  relatedDefault: 5,
  related: 20,

  /** Events that one request has sent again: to write down as many deliveries takes a second. */
  replayedEvents: 100_000,

  /** Long polls and streams of events under way at a time, in one process. */
  followers: 1000,
  followersOfOneKey: 20,
  /** Many readers may share the address of one proxy. */
  followersOfOneAddress: 100,
  /** Seconds that a long poll waits. */
  waitSeconds: 30,

  /** Connections of clients to one process; more are closed as they come. */
  connections: 10_000,
  /** Connections of one process to the database, which takes 100 by default, and may serve several processes. */
  databaseConnections: 20,
  /** Requests that one process works on: with 20 connections and 3 ms a statement, the last of them waits for 150 ms. */
  requestsUnderWay: 1000,
  /** Milliseconds that the event loop may lag, on average of a second, before requests are refused. */
  eventLoopDelayMs: 500,

  /** Milliseconds in which the headers of a request have to come, and all of it. */
  headersMs: 10_000,
  requestMs: 30_000,
  /** Milliseconds without a byte, either way, after which a connection is cut; and between two requests on it. */
  silenceMs: 60_000,
  keepAliveMs: 72_000,

  /** Milliseconds for which public answers are given from memory after the database was lost: a failover, or somebody's way to work. */
  oldAnswersMs: 3_600_000,

  /** Seconds over which requests are counted, and how many addresses and keys are told apart meanwhile. */
  rateWindowSeconds: 60,
  countedCallers: 50_000,
} as const
