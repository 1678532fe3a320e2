import type { OpenAPIV3_1 } from 'openapi-types'

/** A header that a receiver needs to verify what it is sent. */
function header(name: string, description: string): OpenAPIV3_1.ParameterObject {
  return { name, in: 'header', required: true, description, schema: { type: 'string' } }
}

/** What is sent to webhooks, for generators that write receivers (OpenAPI 3.1, 4.8.1). */
export const documentWebhooks: Record<string, OpenAPIV3_1.PathItemObject> = {
  event: {
    post: {
      operationId: 'receiveEvent',
      summary: 'Take an event',
      description:
        'Sent to the URL of a webhook, at least once and in order of each subject. Verify the signature over the bytes of the body (Standard Webhooks) before you believe it, and remember `webhook-id`: the same event may come again.',
      // Who the sender is, its signature says.
      security: [],
      parameters: [
        header('webhook-id', 'Names the event, the same however often it is sent.'),
        header('webhook-timestamp', 'When this attempt was sent, in seconds since 1970.'),
        header('webhook-signature', 'One or more signatures, `v1,` and base64, with spaces between them.'),
      ],
      requestBody: {
        required: true,
        content: { 'application/cloudevents+json': { schema: { $ref: '#/components/schemas/ChangeEvent' } } },
      },
      responses: { '2XX': { description: 'Taken. Everything else is sent again, over a day.' } },
    },
  },
}
