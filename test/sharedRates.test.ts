import { afterAll, expect, test } from 'vitest'
import { openSharedCounts } from '../src/http/sharedCounts.ts'
import { atEnd } from './support/ending.ts'
import { aRedis } from './support/redis.ts'
import { aDatabase, aServiceOn, type TestService } from './support/service.ts'

const low = { perAddress: 3, perKey: 5, failedLogins: 2 }
const redis = await aRedis()
if (redis) afterAll(() => redis.close())
else console.log('Not run: limits that processes share, because no redis-server is installed here')

/** Two processes, as far as counting goes, on one database. */
async function twoServices(url: string): Promise<TestService[]> {
  const { url: databaseUrl, drop } = await aDatabase()
  atEnd(drop)
  return Promise.all(
    [1, 2].map(() => {
      const counts = openSharedCounts(url, () => {})
      atEnd(() => counts.disconnect())
      return aServiceOn(databaseUrl, { rates: low, redis: counts })
    }),
  )
}

test.each(redis ? [redis] : [])(
  'a limit is that of all processes together, and of none while Redis is away',
  { timeout: 120_000 },
  async (server) => {
    const [first, second] = await twoServices(server.url)
    const ask = async (service: TestService | undefined) => (await service?.client.get('/v1/nothing'))?.status
    const waiting = { timeout: 30_000 }

    await expect.poll(() => ask(first), waiting).toBe(429)
    const alreadySpent = await ask(second)
    await server.stop()
    const whileAway = [await ask(first), await ask(second)]
    await server.start()
    await expect.poll(() => ask(first), waiting).toBe(429)

    expect(alreadySpent).toBe(429)
    expect(whileAway).toEqual([404, 404])
  },
)
