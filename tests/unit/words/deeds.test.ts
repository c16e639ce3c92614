import { expect, test } from 'vitest'
import { detailParts, partInWords, subjectInWords } from '@/app/admin/audit/entry-words'
import { deedInWords } from '@/lib/words/deeds'
import { deskWordsIn } from '@/lib/words/desk-messages'
import { filesUnder, read } from '../../support/tree'

/** What the program notes, as far as it stands in its own text. */
const noted = ['app', 'db'].flatMap((folder) =>
  filesUnder(folder, /\.tsx?$/).flatMap((file) =>
    [
      ...read(file).matchAll(
        /(?:action: |by === to \? |: )'((?:user|link|session|draft|webhook|second-factor)\.[a-z-]+)'/g,
      ),
    ].map(([, action]) => action as string),
  ),
)

test.each(['en', 'ja'] as const)('what is done has words in the log: %s', (locale) => {
  const t = deskWordsIn(locale)
  const others = ['link.invite', 'link.reset', 'draft.taken-over', 'draft.handed-on', 'publish', 'refused', 'export']
  expect(noted.length).toBeGreaterThan(15)
  for (const action of [...noted, ...others]) expect(deedInWords(t, action), action).not.toBe(action)
})

test('a deed from before there were words for it is told as it is kept', () => {
  expect(deedInWords(deskWordsIn('en'), 'moon.landed')).toBe('moon.landed')
})

test('a record that a deed was about is told apart from the rest, and what says nothing is left out', () => {
  const record = { kind: 'report', dossier: 'arms', id: 'a-report' }
  expect(detailParts({ ...record, note: null })).toEqual({ record, rest: {} })
  expect(detailParts({ kind: 'first-admin' })).toEqual({ record: null, rest: { kind: 'first-admin' } })
  expect(detailParts(null)).toEqual({ record: null, rest: {} })
})

test('an edition is called by its number in the language of the desk', () => {
  expect(subjectInWords(deskWordsIn('ja'), 'edition 12')).toBe('第12版')
  expect(subjectInWords(deskWordsIn('ja'), 'an-id')).toBe('an-id')
})

test.each<[string, unknown, string, string]>([
  ['role', 'admin', 'Role: administrator', '役割：管理者'],
  ['login', 'admin', 'Name for signing in: admin', 'サインイン名：admin'],
  ['kind', 'invite', 'Kind: invitation', '種類：招待'],
  ['rhythm', 'daily', 'Rhythm: daily', '頻度：毎日'],
  ['bytes', 1200, 'Bytes: 1200', 'バイト数：1200'],
  ['dossiers', ['arms', 'chips'], 'Dossiers: arms, chips', '主題：arms、chips'],
  [
    'records',
    { report: { created: 3, updated: 0, removed: 1 }, rule: { created: 0, updated: 2, removed: 0 } },
    'Records: rule: 2 changed · report: 3 new, 1 removed',
    '記録：規則：更新2件 · 報道：追加3件、削除1件',
  ],
  ['moon', { landed: true }, 'moon: {"landed":true}', 'moon：{"landed":true}'],
])('what a deed says beside it is told in words: %s', (name, value, english, japanese) => {
  expect(partInWords(deskWordsIn('en'), [name, value])).toBe(english)
  expect(partInWords(deskWordsIn('ja'), [name, value])).toBe(japanese)
})

test('people and drafts are called by their names, and a long list is cut', () => {
  const t = deskWordsIn('en')
  expect(partInWords(t, ['from', 'an-id'], () => 'Ann Editor')).toBe('From: Ann Editor')
  expect(partInWords(t, ['dossiers', Array.from({ length: 11 }, (_, at) => `d${at}`)])).toBe(
    'Dossiers: d0, d1, d2, d3, d4, d5, d6, d7, 3 more',
  )
})
