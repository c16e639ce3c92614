import { expect, test } from 'vitest'
import { detailParts, subjectInWords } from '@/app/admin/audit/entry-words'
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
  expect(detailParts({ ...record, note: null })).toEqual({ record, rest: '' })
  expect(detailParts({ kind: 'first-admin' })).toEqual({ record: null, rest: '{"kind":"first-admin"}' })
  expect(detailParts(null)).toEqual({ record: null, rest: '' })
})

test('an edition is called by its number in the language of the desk', () => {
  expect(subjectInWords(deskWordsIn('ja'), 'edition 12')).toBe('第12版')
  expect(subjectInWords(deskWordsIn('ja'), 'an-id')).toBe('an-id')
})
