import type { Example } from '../http/contract.ts'

/** Where the examples of this slice have their article. */
export const exampleUrl = '/v1/articles/019b1f00-0000-7000-8000-000000000902'

export const exampleCreation: Example = {
  method: 'PUT',
  url: exampleUrl,
  headers: { 'if-none-match': '*' },
  body: { headline: 'A third bridge', sections: [{ body: 'The council votes on Monday.' }], publish: true },
}
