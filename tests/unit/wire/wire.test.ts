import { expect, test } from 'vitest'
import { mostAttempts, nextAttempt } from '@/lib/wire/back-off'
import { eventsLetter, headerText, hostOf } from '@/lib/wire/letter'
import { mailboxSchema } from '@/lib/wire/mailbox'
import { hookRefusal } from '@/lib/wire/post'
import { nextDigest } from '@/lib/wire/rhythm'
import { readWhat, whatOf, whatTyped } from '@/lib/wire/what'
import { errorToKeep } from '@/lib/wire/words'

test('a digest leaves at seven in the morning of its place, also where the clocks are changed', () => {
  const due = (at: string, rhythm: 'daily' | 'weekly', zone: string) => nextDigest(at, rhythm, zone)
  expect(due('2026-03-02T10:00:00Z', 'daily', 'Asia/Tokyo')).toBe('2026-03-02T22:00:00.000Z')
  expect(due('2026-03-02T21:59:59.999Z', 'daily', 'Asia/Tokyo')).toBe('2026-03-02T22:00:00.000Z')
  // Exactly at its hour the next one is meant.
  expect(due('2026-03-02T22:00:00.000Z', 'daily', 'Asia/Tokyo')).toBe('2026-03-03T22:00:00.000Z')
  expect(due('2026-03-28T12:00:00Z', 'daily', 'Europe/Brussels')).toBe('2026-03-29T05:00:00.000Z')
  expect(due('2026-03-27T12:00:00Z', 'daily', 'Europe/Brussels')).toBe('2026-03-28T06:00:00.000Z')
  expect(due('2026-03-02T10:00:00Z', 'weekly', 'UTC')).toBe('2026-03-09T07:00:00.000Z')
  expect(due('2026-03-02T06:00:00Z', 'weekly', 'UTC')).toBe('2026-03-02T07:00:00.000Z')
  expect(nextDigest('2026-03-02T10:00:00Z', 'instant', 'UTC')).toBe('2026-03-02T10:00:00Z')
})

test('attempts come further and further apart, half an hour at most, for about two days', () => {
  let at = '2026-03-02T10:00:00.000Z'
  const waits: number[] = []
  for (let attempts = 1; attempts < mostAttempts; attempts++) {
    const next = nextAttempt(attempts, at)
    waits.push((Date.parse(next) - Date.parse(at)) / 60_000)
    at = next
  }
  expect(waits.slice(0, 8)).toEqual([0.5, 1, 2, 4, 8, 16, 30, 30])
  expect(Math.max(...waits)).toBe(30)
  expect(waits.reduce((sum, wait) => sum + wait, 0) / 60).toBeGreaterThan(40)
})

test('no text breaks out of a header', () => {
  expect(headerText('Arms\r\nBcc: all@example.org\u2028\0 x')).toBe('Arms Bcc: all@example.org x')
  expect(headerText('x'.repeat(999))).toHaveLength(200)
  expect(hostOf('Rulewire <news@example.org>')).toBe('example.org')
  expect(hostOf('news@example.org')).toBe('example.org')
  const letter = eventsLetter(
    {
      locale: 'ja',
      site: 'Rulewire',
      followed: { title: '防衛装備移転 "x"\r\nX: y', url: 'https://rules.example.org/ja' },
      items: [
        {
          ...{
            id: 'tag:x',
            title: '見出し\r\nSubject: other',
            url: 'https://rules.example.org/1',
            html: '<p>本文</p>',
          },
          ...{ text: '本文', published: '', updated: '', categories: [], data: {} },
        },
      ],
    },
    { from: 'news@example.org', to: 'ann@example.org', id: 'abc' },
    { manage: 'https://m', oneClick: 'https://s', listId: 'list' },
  )
  expect(letter.subject).toBe('見出し Subject: other')
  for (const value of Object.values(letter.headers)) expect(value).not.toMatch(/[\r\n]/)
  expect(letter.html).toContain('<html lang="ja">')
  expect(letter.text).toContain('本文')
})

test('an error is kept in one line, without any address', () => {
  expect(errorToKeep(new Error('550 5.1.1 <bob@example.org>: no\r\nsuch user bob@example.org'))).toBe(
    '550 5.1.1 <…>: no  such user …',
  )
  expect(errorToKeep('https://hooks.example/T0/secret is away')).toBe('… is away')
  expect(errorToKeep('x'.repeat(5000))).toHaveLength(300)
})

test('webhooks go to the open internet by https, or to hosts that are named', () => {
  expect(hookRefusal('https://hooks.example.org/a?b=c', [])).toBeNull()
  for (const bad of [
    'http://hooks.example.org/',
    'ftp://hooks.example.org/',
    'hooks.example.org',
    'https://user:word@hooks.example.org/',
    'https://127.0.0.1/',
    'https://[::1]/',
    'https://169.254.169.254/latest/meta-data',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://[::ffff:10.0.0.1]/',
  ])
    expect(hookRefusal(bad, []), bad).not.toBeNull()
  expect(hookRefusal('http://127.0.0.1:4010/', ['127.0.0.1:4010'])).toBeNull()
  expect(hookRefusal('http://127.0.0.1:4011/', ['127.0.0.1:4010'])).not.toBeNull()
  expect(hookRefusal('http://hooks.internal/', ['hooks.internal'])).toBeNull()
})

test('a mail address is one, and nothing else', () => {
  for (const good of ['ann@example.org', 'ann+tag@sub.example.org', "o'neil@example.org"])
    expect(mailboxSchema.safeParse(good).success, good).toBe(true)
  for (const bad of [
    '',
    'ann',
    'ann@',
    'a@b@c.org',
    'ann@example.org\nBcc: x@y.org',
    'A <ann@example.org>',
    'a@b.org, c@d.org',
  ])
    expect(mailboxSchema.safeParse(bad).success, bad).toBe(false)
})

test('what is to be followed may be given as an address of a page or a feed', () => {
  expect(whatTyped('')).toBe('')
  expect(whatTyped('https://rules.example.org/en')).toBe('')
  expect(whatTyped('https://rules.example.org/ja/arms/rules/a-rule/feed.xml')).toBe('/arms/rules/a-rule')
  expect(whatTyped('/en/arms/atom.xml?stage=agreed')).toBe('/arms?stage=agreed')
  expect(whatTyped(' /arms/changes/b ')).toBe('/arms/changes/b')
})

test('what is followed is kept as the path and query of its feed, and read back from it', () => {
  for (const what of [
    '',
    '/corrections',
    '/arms',
    '/arms?change=a-change&stage=agreed',
    '/arms/sources/kyodo-news',
    '/arms/ask?place=near&thing=ship',
  ]) {
    const read = readWhat(what)
    expect(read === null ? null : whatOf(read), what).toBe(what)
  }
  for (const bad of [
    'arms',
    '/arms/',
    '/arms/rules',
    '/arms/rules/a/b',
    '/arms?nonsense=1',
    '/../x',
    '/arms/rules/a?b=c',
    `/${'a'.repeat(700)}`,
  ])
    expect(readWhat(bad), bad).toBeNull()
})
