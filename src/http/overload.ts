import underPressure from '@fastify/under-pressure'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { App } from './app.ts'
import { isByItself } from './caller.ts'
import { limits } from './limits.ts'
import { ProblemError } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Is answered however busy the service is, and however often it is asked: whoever watches over the service asks. */
    isProbe?: boolean
  }
  interface FastifyInstance {
    /** Says that a request only waits from here on: it counts as work no longer. It has to have a limit of its own. */
    setAside(request: FastifyRequest): void
  }
  interface FastifyRequest {
    isWorkedOn: boolean
  }
}

/**
 * Refuses at once what would only wait: a service that accepts everything answers nobody in time. Work is what the service
 * does, not what the client takes to send its body or to read the answer, so slow clients keep nobody else out.
 */
export async function refuseOverload(app: App, maxEventLoopDelayMs: number): Promise<void> {
  let workCount = 0
  const enter = (request: FastifyRequest) => {
    if (request.routeOptions.config.isProbe || !isByItself(request)) return
    if (workCount >= limits.requestsUnderWay) throw overloaded()
    workCount += 1
    request.isWorkedOn = true
  }
  const leave = (request: FastifyRequest) => {
    if (!request.isWorkedOn) return
    workCount -= 1
    request.isWorkedOn = false
  }

  await app.register(underPressure, {
    maxEventLoopDelay: maxEventLoopDelayMs,
    pressureHandler: async (request) => {
      if (!request.routeOptions.config.isProbe && isByItself(request)) throw overloaded()
    },
  })
  app.decorateRequest('isWorkedOn', false)
  app.decorate('setAside', leave)
  const entering = (request: FastifyRequest, _: FastifyReply, done: () => void) => {
    enter(request)
    done()
  }
  const leaving = <Payload>(
    request: FastifyRequest,
    _: FastifyReply,
    payload: Payload,
    done: (error: null, payload: Payload) => void,
  ) => {
    leave(request)
    done(null, payload)
  }
  app.addHook('onRequest', entering)
  app.addHook('preParsing', leaving)
  app.addHook('preValidation', entering)
  app.addHook('onSend', leaving)
  // What is sent without onSend, a stream of another's making say, ends here.
  app.addHook('onResponse', (request, _, done) => {
    leave(request)
    done()
  })
}

function overloaded(): ProblemError {
  return new ProblemError(
    'unavailable',
    'The service has more to do than it can. Nothing was changed; try again.',
  )
}
