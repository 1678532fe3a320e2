import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import type { Database } from '../database/client.ts'
import type { Listener } from '../database/listener.ts'

/** The service as slices see it: routes whose types come from their zod schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>

/** What every slice is given to work with. */
export interface Services {
  database: Database
  /** Hears of every event that any process records. */
  listener: Listener
  /** Origin of absolute URLs, without a slash at its end. */
  publicUrl: string
  /** Pattern of the site's article URLs, with `{slug}` or `{id}` in it. */
  articleUrlPattern: string
  /** What the site calls itself; its host where it has no name. */
  siteName?: string | undefined
}
