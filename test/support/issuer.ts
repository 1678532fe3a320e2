import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type CryptoKey, exportJWK, generateKeyPair, SignJWT } from 'jose'
import { atEnd } from './ending.ts'

/** Whom tokens are for, unless they say otherwise. */
export const audience = 'copydesk'

type Answer = { status: number; body: unknown } | 'silence'
/** What the provider answers instead of what is right. */
export interface Answers {
  configuration?: Answer
  keys?: Answer
}

/** An OpenID provider on this machine: a key that signs, and a server that answers as it is told to. */
export async function anIssuer({ algorithm = 'ES256', ...answers }: Answers & { algorithm?: string } = {}) {
  const makePair = () => generateKeyPair(algorithm, { extractable: true })
  let keyCount = 1
  let pair = await makePair()
  const requests: string[] = []

  const server = createServer(async ({ url: path = '' }, response) => {
    requests.push(path)
    const jwk = { ...(await exportJWK(pair.publicKey)), kid: `key-${keyCount}`, alg: algorithm, use: 'sig' }
    const standard: Record<string, Answer> = {
      '/.well-known/openid-configuration': { status: 200, body: { issuer: url, jwks_uri: `${url}/keys` } },
      '/keys': { status: 200, body: { keys: [jwk] } },
    }
    const told = path === '/keys' ? answers.keys : answers.configuration
    const answer = told ?? standard[path] ?? { status: 404, body: {} }
    if (answer === 'silence') return
    response.writeHead(answer.status, { 'content-type': 'application/json', location: '/keys' })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body))
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }
  const stop = async () => {
    if (!server.listening) return
    server.close()
    server.closeAllConnections()
    await once(server, 'close')
  }
  await listen(0)
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}`
  atEnd(stop)

  /** What a valid token says; a claim that is undefined is left out. */
  const claims = (given: Record<string, unknown>) => {
    const end = Math.floor(Date.now() / 1000) + 3600
    return { iss: url, aud: audience, sub: 'morgan', exp: end, ...given }
  }
  return {
    url,
    requests,
    stop,
    start: () => listen(port),
    async rotate() {
      keyCount += 1
      pair = await makePair()
    },
    claims,
    publicKey: () => pair.publicKey,
    privateKey: () => pair.privateKey,
    token: (given: Record<string, unknown>) =>
      signed(claims(given), algorithm, pair.privateKey, `key-${keyCount}`),
  }
}

export function signed(
  claims: Record<string, unknown>,
  alg: string,
  key: CryptoKey | Uint8Array,
  kid = 'key-1',
): Promise<string> {
  return new SignJWT(claims).setProtectedHeader({ alg, kid }).sign(key)
}
