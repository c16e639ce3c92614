import { afterAll, beforeAll, expect, test } from 'vitest'
import { takeAsking } from '@/db/commands/wire/limits'
import {
  askToFollow,
  changeSubscription,
  confirmSubscription,
  pruneWire,
  removeAllOfMailbox,
  removeSubscription,
} from '@/db/commands/wire/subscription'
import { listTroubled } from '@/db/queries/wire/delivery'
import { findSubscription } from '@/db/queries/wire/subscription'
import type { Rhythm } from '@/lib/wire/rhythm'
import { type Mailer, openMailer } from '@/lib/wire/smtp'
import { testDatabase } from '../../support/database'
import { until } from '../../support/wait'
import { openMailServer } from '../../support/wire/mail-server'
import { began, keys, later, tellEvents, testWire } from '../../support/wire/test-wire'

const { database } = await testDatabase()
const mail = await openMailServer()
const from = 'Rulewire <news@rules.example.org>'
let mailer: Mailer
beforeAll(() => {
  mailer = openMailer(mail.url)
})
afterAll(async () => {
  mailer.close()
  await mail.close()
})

const wireAt = (at = began) => {
  const made = testWire(database, { mail: { mailer, from } })
  made.clock.at = at
  return made
}
const lettersTo = (address: string) =>
  mail.letters.filter(({ to }) => [to].flat().some((one) => one?.text.includes(address)))
const tokenIn = (text = '') => /token=(\S+)/.exec(text)?.[1] ?? ''
const ask = (address: string, over: { what?: string; rhythm?: Rhythm; at?: string; language?: 'en' | 'ja' } = {}) => {
  const { what = '', rhythm = 'instant', at = began, language = 'en' } = over
  return database.write((tx) => askToFollow(tx, { keys, address, what, rhythm, at, language, zone: 'Asia/Tokyo' }))
}

/** Asks, and confirms by the link of the letter; returns the id. */
async function follow(address: string, over: Parameters<typeof ask>[1] = {}): Promise<string> {
  await ask(address, over)
  await wireAt(over.at).run()
  const id = keys.subscriptionOf(decodeURIComponent(tokenIn(lettersTo(address).at(-1)?.text)))
  if (id === null) throw new Error(`no letter with a link came to ${address}`)
  await database.write((tx) => confirmSubscription(tx, { id, at: over.at ?? began }))
  return id
}

test('nothing but one letter comes to an address before its link is used, and then what happens', async () => {
  const { run } = wireAt()
  await ask('ann@example.org')
  await run()
  await tellEvents(database, 1)
  await run()
  expect(lettersTo('ann@example.org').map(({ subject }) => subject)).toEqual(['Please confirm: follow “Everything”'])
  const id = keys.subscriptionOf(decodeURIComponent(tokenIn(lettersTo('ann@example.org')[0]?.text))) ?? ''
  await database.write((tx) => confirmSubscription(tx, { id, at: began }))
  await run()
  expect(lettersTo('ann@example.org')).toHaveLength(1)
  await tellEvents(database, 2)
  await run()
  const [, one, two] = lettersTo('ann@example.org')
  expect([one?.subject, two?.subject]).toEqual(['reported 2', 'reported 3'])
  expect(one?.text).toContain('What happened at 2')
  expect(one?.html).toContain('What happened at <b>2</b>')
})

test('a letter says how to end it by one click, on which list it is, and that a machine wrote it', async () => {
  const id = await follow('heads@example.org', { what: '/heads' })
  await tellEvents(database, 1, { dossier: 'heads' })
  await wireAt().run()
  const letter = lettersTo('heads@example.org').at(-1)
  const raw = mail.raw.find((text) => text.includes('To: heads@example.org') && /^List-ID:/im.test(text)) ?? ''
  const line = (name: string) =>
    new RegExp(`^${name}: (.*(?:\\r\\n[ \\t].*)*)`, 'im').exec(raw)?.[1]?.replace(/\r\n\s+/g, ' ')
  expect(line('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click')
  expect(line('List-Unsubscribe')?.replaceAll(' ', '')).toBe(
    `<https://rules.example.org/en/follow/stop?${new URLSearchParams({ token: keys.tokenOf(id) })}>`,
  )
  expect(line('List-Id')).toMatch(/^"?heads"? <[0-9a-f]{16}\.rules\.example\.org>$/)
  expect(line('Auto-Submitted')).toBe('auto-generated')
  expect(letter?.messageId).toMatch(/^<[0-9a-f-]{36}@rules\.example\.org>$/)
  expect(letter?.from?.text).toContain('news@rules.example.org')
})

test('a server that refuses for now gets the same letter again later, in order', async () => {
  const id = await follow('later@example.org', { what: '/later' })
  const { run, pass } = wireAt()
  let refused = 0
  mail.judging = (address) => (address === 'later@example.org' && refused++ < 3 ? 451 : 250)
  await tellEvents(database, 2, { dossier: 'later' })
  await run()
  expect(lettersTo('later@example.org')).toHaveLength(1)
  const [{ delivery } = {}] = (await listTroubled(database.db, { limit: 9 })).filter(
    ({ subscription }) => subscription.id === id,
  )
  expect(delivery?.lastError).toContain('is not taken here')
  expect(delivery?.lastError).not.toContain('later@example.org')
  await pass(10)
  const letters = lettersTo('later@example.org').slice(1)
  expect(letters).toHaveLength(2)
  expect(letters[0]?.messageId).toBe(`<${delivery?.id}@rules.example.org>`)
  const [one, two] = letters.map(({ subject = '' }) => Number(subject.split(' ')[1]))
  expect(two).toBe((one ?? 0) + 1)
})

test('a mailbox that is refused for good three times ends, and its address is gone', async () => {
  const id = await follow('never@example.org', { what: '/never' })
  mail.judging = (address) => (address === 'never@example.org' ? 550 : 250)
  const before = mail.asked.length
  await tellEvents(database, 2, { dossier: 'never' })
  await wireAt().pass(24 * 60, 10)
  expect(mail.asked.slice(before).filter((address) => address === 'never@example.org')).toHaveLength(3)
  expect(await findSubscription(database.db, id)).toMatchObject({ state: 'ended', sealed: '', mark: id })
})

test('a server that does not answer is tried again', async () => {
  const id = await follow('away@example.org', { what: '/away' })
  await tellEvents(database, 1, { dossier: 'away' })
  const nowhere = openMailer('smtp://127.0.0.1:1')
  await testWire(database, { mail: { mailer: nowhere, from } }).run()
  nowhere.close()
  const troubled = (await listTroubled(database.db, { limit: 9 })).map(({ subscription }) => subscription.id)
  expect(troubled).toContain(id)
  await wireAt(later(began, 2)).run()
  expect(lettersTo('away@example.org')).toHaveLength(2)
})

test('a server that answers late is waited for, and others are written to meanwhile', async () => {
  await follow('slow@example.org', { what: '/slow' })
  await follow('quick@example.org', { what: '/slow' })
  await tellEvents(database, 2, { dossier: 'slow' })
  const others = new Promise<void>((resolve) => {
    mail.judging = async (address) => {
      if (address === 'slow@example.org') await others
      // The second letter of the other: it did not wait for this one.
      else if (lettersTo('quick@example.org').length === 2) resolve()
      return 250
    }
  })
  await wireAt().run()
  for (const address of ['slow@example.org', 'quick@example.org']) expect(lettersTo(address)).toHaveLength(3)
  mail.judging = () => 250
})

test('a letter that was taken after all that time comes once more, as the same one, and nothing is left out', async () => {
  await follow('late@example.org', { what: '/late' })
  await tellEvents(database, 1, { dossier: 'late' })
  let answer = () => undefined as unknown
  const held = new Promise<void>((resolve) => {
    answer = () => resolve()
  })
  mail.judging = async () => {
    await held
    return 250
  }
  const hasty = openMailer(mail.url, { whole: 50 })
  await testWire(database, { mail: { mailer: hasty, from } }).run()
  answer()
  await until(() => expect(lettersTo('late@example.org')).toHaveLength(2))
  hasty.close()
  mail.judging = () => 250
  await wireAt(later(began, 2)).run()
  const [, one, other] = lettersTo('late@example.org').map(({ messageId }) => messageId)
  expect(other).toBe(one)
  expect(lettersTo('late@example.org')).toHaveLength(3)
})

test('digests come at seven in the morning, of a day or of a week, and not when nothing happened', async () => {
  await follow('day@example.org', { what: '/digests', rhythm: 'daily' })
  await follow('week@example.org', { what: '/digests', rhythm: 'weekly', language: 'ja' })
  const { pass, clock } = wireAt()
  await tellEvents(database, 2, { dossier: 'digests' })
  // From Monday 19:00 in Tokyo to the next Monday, 8:00.
  await pass(13 * 60, 30)
  expect(lettersTo('day@example.org').at(-1)?.subject).toBe('2 developments: digests')
  await tellEvents(database, 1, { dossier: 'digests' })
  await pass(6 * 24 * 60, 60)
  expect(clock.at).toBe('2026-03-08T23:00:00.000Z')
  expect(
    lettersTo('day@example.org')
      .slice(1)
      .map(({ subject }) => subject),
  ).toEqual(['2 developments: digests', expect.stringMatching(/^reported \d+$/)])
  expect(
    lettersTo('week@example.org')
      .slice(1)
      .map(({ subject }) => subject),
  ).toEqual(['digests：新しい動き3件'])
})

test('who follows already is told so; nothing is doubled or changed', async () => {
  const id = await follow('twice@example.org', { what: '/twice', rhythm: 'weekly' })
  await ask('TWICE@example.org', { what: '/twice', rhythm: 'instant' })
  await wireAt().run()
  expect(lettersTo('twice@example.org').at(-1)?.subject).toBe('You follow “twice” already')
  expect(await findSubscription(database.db, id)).toMatchObject({ rhythm: 'weekly', state: 'active' })
})

test('what is changed holds from then on', async () => {
  const id = await follow('change@example.org', { what: '/change', rhythm: 'weekly' })
  await tellEvents(database, 1, { dossier: 'change' })
  await database.write((tx) => changeSubscription(tx, { id, language: 'ja', rhythm: 'instant', at: began }))
  await wireAt().run()
  expect(lettersTo('change@example.org').at(-1)?.text).toContain('購読しているため')
})

test('ended, nothing is left of the address, here or elsewhere', async () => {
  const one = await follow('end@example.org', { what: '/end' })
  const two = await follow('end@example.org', { what: '/other' })
  const three = await follow('end@example.org', { what: '/third' })
  await tellEvents(database, 1, { dossier: 'end' })
  expect(await database.write((tx) => removeSubscription(tx, one))).toBe(true)
  await wireAt().run()
  expect(lettersTo('end@example.org')).toHaveLength(3)
  expect(await database.write((tx) => removeAllOfMailbox(tx, two))).toBe(2)
  for (const id of [one, two, three]) expect(await findSubscription(database.db, id)).toBeNull()
  expect(await database.write((tx) => removeSubscription(tx, one))).toBe(false)
})

test('who asks for the same twice at once is asked once', async () => {
  await Promise.all([ask('both@example.org', { what: '/both' }), ask('both@example.org', { what: '/both' })])
  await wireAt().run()
  expect(lettersTo('both@example.org')).toHaveLength(1)
})

test('what nobody confirms is gone after two days', async () => {
  await ask('stale@example.org', { what: '/stale' })
  await wireAt().run()
  const id = keys.subscriptionOf(decodeURIComponent(tokenIn(lettersTo('stale@example.org')[0]?.text))) ?? ''
  const prune = (askedBefore: string) => database.write((tx) => pruneWire(tx, { askedBefore, doneBefore: '' }))
  await prune(later(began, -1))
  expect(await findSubscription(database.db, id)).toMatchObject({ state: 'pending' })
  await prune(later(began, 1))
  expect(await findSubscription(database.db, id)).toBeNull()
  expect(await database.write((tx) => confirmSubscription(tx, { id, at: began }))).toBeNull()
})

test('a stranger cannot have a mailbox written to again and again, nor many of them', async () => {
  const take = (address: string, sender: string) =>
    database.write((tx) => takeAsking(tx, { keys, address, sender, at: began }))
  const often = []
  for (const name of ['bob', 'Bob', 'bob+1', 'bob+2'])
    often.push(await take(`${name}@example.org`, `192.0.2.${often.length}`))
  expect(often.map(({ senderMay }) => senderMay)).toEqual([true, true, true, true])
  expect(often.map(({ mailboxMay }) => mailboxMay)).toEqual([true, true, true, false])
  // Whose mailbox has confirmed something may ask for more.
  await follow('carol@example.org', { what: '/limits' })
  const more = []
  for (let at = 0; at < 11; at++) more.push(await take('carol@example.org', `192.0.2.${100 + at}`))
  expect(more.map(({ mailboxMay }) => mailboxMay)).toEqual([...Array(10).fill(true), false])
  const many = []
  for (let at = 0; at < 21; at++) many.push(await take(`user${at}@example.org`, '198.51.100.1'))
  expect(many.map(({ senderMay }) => senderMay)).toEqual([...Array(20).fill(true), false])
})
