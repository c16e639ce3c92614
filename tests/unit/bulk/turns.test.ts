import { expect, test } from 'vitest'
import { Digesting, Digests } from '@/lib/bulk/digests'
import { AllTurnsTakenError, Turns } from '@/lib/bulk/turns'

test('one work at a time, in order, and no more wait than may', async () => {
  const turns = new Turns(1)
  const told: string[] = []
  let open: () => void = () => undefined
  const first = turns.take(async () => {
    told.push('first begins')
    await new Promise<void>((resolve) => {
      open = resolve
    })
    told.push('first ends')
  })
  const second = turns.take(async () => {
    told.push('second')
    throw new Error('fails')
  })
  await expect(turns.take(async () => undefined)).rejects.toBeInstanceOf(AllTurnsTakenError)
  await new Promise((resolve) => setImmediate(resolve))
  expect(told).toEqual(['first begins'])
  open()
  await first
  await expect(second).rejects.toThrow('fails')
  expect(told).toEqual(['first begins', 'first ends', 'second'])
  expect(await turns.take(async () => 'free again')).toBe('free again')
})

test('a digest is that of the bytes, however they come, and is remembered by its name', () => {
  const digesting = new Digesting()
  for (const piece of ['日', new TextEncoder().encode('本')]) digesting.add(piece)
  const digest = digesting.end()
  expect(digest).toEqual({ bytes: 6, sha256: 'cf2abf0c5be326cb922a70f8163f91079c4d9aa8655c60ead89ad545c9de2e92' })
  const digests = new Digests()
  expect(digests.get('a')).toBeUndefined()
  digests.put('a', digest)
  expect(digests.get('a')).toBe(digest)
})
