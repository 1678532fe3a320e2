import { describe, expect, test } from 'vitest'
import { createResponseStore, type StoredResponse } from '../src/http/responseStore.ts'

const trouble = new Error('The database is away')

function aStore({ maxBytes = 1_000_000, maxOldMs = 60_000 } = {}) {
  return createResponseStore(maxBytes, (error) => error === trouble, maxOldMs)
}

function answer(words: string, given: Partial<StoredResponse> = {}): StoredResponse {
  return {
    headers: [],
    bodyHeaders: [],
    etag: words,
    lastModified: undefined,
    body: Buffer.from(words),
    tags: ['articles'],
    expiresAt: Number.POSITIVE_INFINITY,
    toldExpiry: Number.POSITIVE_INFINITY,
    ...given,
  }
}

/** Something that is made when the test says so. */
function makingOf(made: StoredResponse) {
  let finish = () => {}
  const finished = new Promise<void>((resolve) => {
    finish = resolve
  })
  return { make: () => finished.then(() => made), finish }
}

function failing() {
  return Promise.reject(trouble)
}

describe('an answer', () => {
  test('is made once', async () => {
    const store = aStore()

    await store.findOrMake('one', async () => answer('first'))
    const again = await store.findOrMake('one', async () => answer('second'))

    expect(again.etag).toBe('first')
    expect(store.find('one')?.etag).toBe('first')
  })

  test('is made once for all who ask at the same time', async () => {
    const store = aStore()
    let count = 0
    const make = async () => answer(String(++count))

    const answers = await Promise.all(Array.from({ length: 20 }, () => store.findOrMake('one', make)))

    expect(new Set(answers.map(({ etag }) => etag))).toEqual(new Set(['1']))
  })

  test('goes when one of its tags is dropped, and others stay', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('one', { tags: ['article:1', 'author:1'] }))
    await store.findOrMake('two', async () => answer('two', { tags: ['article:2', 'author:1'] }))

    store.drop(['article:1'])

    expect(store.find('one')).toBeUndefined()
    expect(store.find('two')?.etag).toBe('two')
  })

  test('is not kept when a tag of it was dropped while it was made', async () => {
    const store = aStore()
    const { make, finish } = makingOf(answer('old', { tags: ['article:1'] }))
    const asked = store.findOrMake('one', make)

    store.drop(['article:1'])
    finish()

    expect((await asked).etag).toBe('old')
    expect(store.find('one')).toBeUndefined()
  })

  test('that began before a change is not given to who asks after it', async () => {
    const store = aStore()
    const { make, finish } = makingOf(answer('old'))
    const before = store.findOrMake('one', make)

    store.drop(['articles'])
    const after = store.findOrMake('one', async () => answer('new'))
    finish()

    expect((await before).etag).toBe('old')
    expect((await after).etag).toBe('new')
    expect(store.find('one')?.etag).toBe('new')
  })

  test('ends at its expiry', async () => {
    const store = aStore()

    await store.findOrMake('one', async () => answer('one', { expiresAt: performance.now() - 1 }))

    expect(store.find('one')).toBeUndefined()
  })
})

describe('space', () => {
  test('is bounded: what was used least recently goes first', async () => {
    const store = aStore({ maxBytes: 180_000 })
    const words = 'x'.repeat(1000)

    for (let number = 0; number < 50; number += 1) {
      await store.findOrMake(`${number}`, async () => answer(words))
      await store.findOrMake(`${number}`, async () => answer(words))
      store.find('0')
    }

    expect(store.find('0')).toBeDefined()
    expect(store.find('49')).toBeDefined()
    expect(store.find('1')).toBeUndefined()
    expect(Array.from({ length: 50 }, (_, number) => store.find(`${number}`)).filter(Boolean)).toHaveLength(
      20,
    )
  })

  test('that is full is not given to what is asked for once', async () => {
    const store = aStore({ maxBytes: 180_000 })
    const words = 'x'.repeat(1000)
    for (let number = 0; number < 20; number += 1) {
      await store.findOrMake(`wanted ${number}`, async () => answer(words))
    }

    for (let number = 0; number < 1000; number += 1) {
      await store.findOrMake(`once ${number}`, async () => answer(words))
    }

    expect(store.find('wanted 0')).toBeDefined()
    expect(store.find('wanted 19')).toBeDefined()
    expect(store.find('once 999')).toBeUndefined()
  })

  test('of nothing keeps nothing', async () => {
    const store = aStore({ maxBytes: 0 })

    await store.findOrMake('one', async () => answer('one'))

    expect(store.find('one')).toBeUndefined()
  })
})

describe('trust', () => {
  test('is lost at once: nothing is found, nothing is kept, until it is back and all begins anew', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('before'))

    store.trust(false)

    expect(store.find('one')).toBeUndefined()
    expect((await store.findOrMake('one', async () => answer('meanwhile'))).etag).toBe('meanwhile')
    store.trust(true)
    expect(store.find('one')).toBeUndefined()
  })

  test('or not, an old answer is better than none while the database is away', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('old'))
    store.trust(false)

    expect((await store.findOrMake('one', failing)).etag).toBe('old')
  })

  test('while the database is away one request in a second asks, and the others get what is old at once', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('old'))
    store.trust(false)
    let asked = 0
    const make = async () => {
      asked += 1
      throw trouble
    }

    for (let count = 0; count < 20; count += 1) await store.findOrMake('one', make)

    expect(asked).toBeLessThanOrEqual(2)
  })

  test('an old answer tells caches not to keep it, and is not kept in another coding', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('old'))
    store.trust(false)

    const old = await store.findOrMake('one', failing)
    store.trust(true)
    await store.findOrMake('one br', async () => old)

    expect(old.toldExpiry).toBeLessThanOrEqual(performance.now())
    expect(store.find('one br')).toBeUndefined()
  })

  test('what was kept too long before is given no more', async () => {
    const store = aStore({ maxOldMs: 5 })
    await store.findOrMake('one', async () => answer('old'))
    store.trust(false)
    await new Promise((resolve) => setTimeout(resolve, 10))

    await expect(store.findOrMake('one', failing)).rejects.toBe(trouble)
  })

  test('what is made meanwhile is new, as soon as it can be made', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('old'))
    store.trust(false)
    await store.findOrMake('one', failing)

    const others = await store.findOrMake('two', async () => answer('new'))

    expect(others.etag).toBe('new')
    expect((await store.findOrMake('one', async () => answer('new'))).etag).toBe('new')
  })

  test('an answer past its expiry is worse than none', async () => {
    const store = aStore()
    await store.findOrMake('one', async () => answer('old', { expiresAt: performance.now() + 5 }))
    store.trust(false)
    await new Promise((resolve) => setTimeout(resolve, 10))

    await expect(store.findOrMake('one', failing)).rejects.toBe(trouble)
  })

  test('what fails for another reason fails, for all who asked', async () => {
    const store = aStore()
    const fault = new Error('A bug')
    const make = () => Promise.reject(fault)

    const answers = await Promise.allSettled([store.findOrMake('one', make), store.findOrMake('one', make)])

    expect(answers.every((one) => one.status === 'rejected' && one.reason === fault)).toBe(true)
  })
})
