import { Cite, plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { expect, test } from 'vitest'
import { citationForms } from '@/lib/citation/forms'
import { works } from './works'

/** What citation-js makes of a file with one work. */
const readBack = (file: keyof typeof citationForms, kind: keyof typeof works) => {
  const cite = new Cite(citationForms[file].write([works[kind]]))
  expect(cite.data).toHaveLength(1)
  return { item: cite.data[0] ?? {}, words: cite.format('bibliography', { template: 'apa' }) }
}
/** A date as numbers. Of some dates in RIS citation-js keeps the text, which styles read. */
function partsOf(issued: unknown): unknown {
  const { raw, 'date-parts': parts } = issued as { raw?: string; 'date-parts'?: unknown[] }
  return raw === undefined ? parts?.[0] : raw.split('/').filter(Boolean).map(Number)
}
const files = ['cite.bib', 'cite.ris', 'cite.json'] as const

test('the reader knows all forms', () => {
  expect(plugins.list()).toEqual(expect.arrayContaining(['@bibtex', '@ris', '@csl']))
})

test.each(files)('%s: a report keeps its title, its newspaper, its month and no day, and its address', (file) => {
  const { item } = readBack(file, 'news')
  expect(item).toMatchObject({
    // BibTeX has one kind of article; what it is of stands in its subtype.
    type: file === 'cite.bib' ? 'article-journal' : 'article-newspaper',
    title: works.news.title,
    'container-title': '共同通信',
    URL: works.news.url,
    language: 'ja',
  })
  if (file === 'cite.bib') expect(item.genre).toBe('newspaper')
  expect(partsOf(item.issued)).toEqual([2023, 8])
})

test.each(files)('%s: an official document keeps its institution whole, and its day', (file) => {
  const { item } = readBack(file, 'official')
  expect(item).toMatchObject({
    type: 'report',
    title: works.official.title,
    publisher: 'Ministry of Economy, Trade and Industry',
  })
  expect(partsOf(item.issued)).toEqual([2023, 12, 22])
})

test.each(files)('%s: an answer keeps its question, its day, its edition and its address', (file) => {
  const { item, words } = readBack(file, 'page')
  expect(item).toMatchObject({ type: 'webpage', title: works.page.title, URL: works.page.url })
  expect(words).toContain('Rulewire. (2026, November 25)')
})

test.each(files)('%s: a rule stays a law, with its instrument and the year it is known by', (file) => {
  const { item } = readBack(file, 'law')
  expect(item).toMatchObject({ type: 'legislation', title: works.law.title })
  expect(JSON.stringify(item)).toContain('防衛装備移転三原則の運用指針')
  expect(partsOf(item.issued)).toEqual([2023])
})
