import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ChangeLink, RuleLink } from '@/app/_components/words/RecordLink'
import { change, emptyDossier, rule } from '@/tests/support/dossiers'

const arms = rule('arms', { title: { en: 'No arms', ja: '武器の禁止' } })
const open = change('open', { rule: 'arms' })
const records = emptyDossier({ rules: [arms], changes: [{ ...open, title: { en: 'Opening' } }] })
const reading = { locale: 'ja', pinned: { edition: 3 }, dossier: records.dossier, records } as const

test('a rule leads to its page at the edition that is read, by its title in the reader’s language', () => {
  const link = '<a href="/ja/test/rules/arms?edition=3">武器の禁止</a>'
  expect(renderToStaticMarkup(<RuleLink reading={reading} rule={arms} />)).toBe(link)
  expect(renderToStaticMarkup(<RuleLink reading={reading} rule="arms" />)).toBe(link)
})

test('a title in another language than the page’s says so', () => {
  expect(renderToStaticMarkup(<ChangeLink reading={reading} change="open" />)).toBe(
    '<a href="/ja/test/changes/open?edition=3"><span lang="en">Opening</span></a>',
  )
})

test('where the edition that is read has no such record, its id stands for its title', () => {
  const gone = '<a href="/ja/test/changes/gone?edition=3">gone</a>'
  expect(renderToStaticMarkup(<ChangeLink reading={reading} change="gone" />)).toBe(gone)
  expect(renderToStaticMarkup(<ChangeLink reading={reading} change={{ id: 'gone', title: { ja: '別の版' } }} />)).toBe(
    '<a href="/ja/test/changes/gone?edition=3">別の版</a>',
  )
})
