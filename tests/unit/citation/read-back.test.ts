import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
import '@citation-js/plugin-ris'
import { Cite } from '@citation-js/core'
import { expect, test } from 'vitest'
import { citationForms } from '@/lib/citation/forms'
import { works } from './works'

/** What citation-js makes of a file with one work. */
const readBack = (file: keyof typeof citationForms, kind: keyof typeof works) => {
  const [item] = new Cite(citationForms[file].write([works[kind]])).data
  return item ?? {}
}
const files = ['cite.bib', 'cite.ris', 'cite.json'] as const

test('the reader knows all forms', () => {
  expect(plugins.list()).toEqual(expect.arrayContaining(['@bibtex', '@ris', '@csl']))
})

test.each(files)('%s: a report keeps its title, its newspaper, its month and no day, and where it was found', (file) => {
  const item = readBack(file, 'news')
  expect(item).toMatchObject({
    type: 'article-newspaper',
    title: works.news.title,
    'container-title': '共同通信',
    issued: { 'date-parts': [[2023, 8]] },
    URL: works.news.url,
    language: 'ja',
  })
})

test.each(files)('%s: an official document keeps its institution whole', (file) => {
  const item = readBack(file, 'official')
  expect(item).toMatchObject({
    type: 'report',
    title: works.official.title,
    publisher: 'Ministry of Economy, Trade and Industry',
    issued: { 'date-parts': [[2023, 12, 22]] },
  })
})

test.each(files)('%s: an answer keeps its question, its day, its edition and its address', (file) => {
  const item = readBack(file, 'page')
  expect(item).toMatchObject({ type: 'webpage', title: works.page.title, URL: works.page.url })
  expect(JSON.stringify(item)).toContain('Rulewire')
})

test.each(files)('%s: a rule stays a law, with the year it is known by', (file) => {
  const item = readBack(file, 'law')
  expect(item).toMatchObject({ type: 'legislation', title: works.law.title, issued: { 'date-parts': [[2023]] } })
  expect(JSON.stringify(item)).toContain('防衛装備移転三原則の運用指針')
})
