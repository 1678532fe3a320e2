/** Every limit of the API in one place; the document states each where it holds. */
export const limits = {
  /** Bytes of a request body. */
  bodyBytes: 1024 * 1024,
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
  rankedHits: 2000,
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

  /** Resources on a page. */
  pageDefault: 20,
  page: 100,
  offset: 10_000,
  /** A list longer than this is counted by estimate, where an estimate will do. */
  exactCount: 1000,
  relatedDefault: 5,
  related: 20,

  /** Long polls and streams of events under way at a time, in one process. */
  followers: 1000,
  followersOfOneKey: 20,
  /** Many readers may share the address of one proxy. */
  followersOfOneAddress: 100,
  /** Seconds that a long poll waits. */
  waitSeconds: 30,
} as const
