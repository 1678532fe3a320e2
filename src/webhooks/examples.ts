import type { Example } from '../http/contract.ts'

export const exampleUrl = '/v1/webhooks/019b1f00-0000-7000-8000-000000000971'
export const exampleCreation: Example = {
  method: 'POST',
  url: '/v1/webhooks',
  body: {
    id: '019b1f00-0000-7000-8000-000000000971',
    name: 'Website',
    url: 'https://93.184.215.14/hooks/copydesk',
    types: ['article.*'],
  },
}
