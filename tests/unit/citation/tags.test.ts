import { expect, test } from 'vitest'
import { citationTags } from '@/lib/citation/tags'
import { works } from './works'

test('a report is a newspaper article of its newspaper, at the precision of its date', () => {
  expect(citationTags(works.news)).toEqual({
    citation_title: works.news.title,
    citation_publication_date: '2023-08',
    citation_publisher: '共同通信',
    citation_language: 'ja',
    citation_public_url: works.news.url,
    'DC.title': works.news.title,
    'DC.type': 'newspaperArticle',
    'DC.source': '共同通信',
    'DC.publisher': '共同通信',
    'DC.date': '2023-08',
    'DC.language': 'ja',
    'DC.identifier': works.news.url,
  })
})

test('a rule is legislation; that its date is not known is said, and what else is not known is left out', () => {
  const tags = citationTags({ ...works.law, issued: undefined, container: undefined })
  expect(tags).toMatchObject({ 'bibo.type': 'Legislation', citation_publisher: '日本', 'DC.date': 'n.d.' })
  for (const name of ['DC.type', 'DC.source']) expect(tags).not.toHaveProperty(name)
})
