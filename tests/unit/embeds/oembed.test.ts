import { parseHTML } from 'linkedom'
import { expect, test } from 'vitest'
import { addresses } from '@/lib/addresses'
import { embeddable, embeddableAt, embedOf, embeds, isEmbed, isEmbeddable } from '@/lib/addresses/embeds'
import { pages } from '@/lib/addresses/pages'
import { embedForms } from '@/lib/embeds/oembed'

const told = {
  src: 'https://rules.example/embed/en/arms/ask?a=b&c=d',
  title: 'May “a” be <exported>?',
  provider: { name: 'Rulewire & Co', url: 'https://rules.example' },
  height: 420,
  maxWidth: 9999,
  maxHeight: 9999,
}

test('what is told has all that a rich answer must have, and its frame has the size that is told', () => {
  const said = JSON.parse(embedForms.json.write(told))
  expect(said).toMatchObject({ version: '1.0', type: 'rich', title: told.title, provider_name: 'Rulewire & Co' })
  const { document } = parseHTML(`<main>${said.html}</main>`)
  const frame = document.querySelector('iframe')
  expect(frame?.getAttribute('src')).toBe(told.src)
  expect(frame?.getAttribute('title')).toBe(told.title)
  expect([Number(frame?.getAttribute('width')), Number(frame?.getAttribute('height'))]).toEqual([
    said.width,
    said.height,
  ])
})

test('it is never larger than there is room for', () => {
  const { width, height } = JSON.parse(embedForms.json.write({ ...told, maxWidth: 280, maxHeight: 300 }))
  expect([width, height]).toEqual([280, 300])
})

test('in XML it is the same, each name an element', () => {
  const xml = embedForms.xml.write(told)
  const said = JSON.parse(embedForms.json.write(told))
  const { document } = parseHTML(xml.replace(/<\?xml[^>]*>\s*/, ''))
  for (const [name, value] of Object.entries(said))
    expect(document.querySelector(name)?.textContent).toBe(String(value))
})

test('a part stands at the address of its page, with its parameters, and is none of the pages', () => {
  expect(embeds.map(({ path }) => path)).toEqual(Object.values(embeddable).map(({ path }) => `/embed${path}`))
  for (const embed of embeds) {
    expect(addresses).toContain(embed)
    expect(embed.isPage).toBeUndefined()
  }
  expect(isEmbeddable(pages.ask)).toBe(true)
  expect(isEmbeddable(pages.change)).toBe(false)
  expect(isEmbed(embedOf('/en/arms/ask'))).toBe(true)
  for (const path of ['/embed', '/embedded/en', '/en/embed/ask']) expect(isEmbed(path), path).toBe(false)
})

test.each([
  ['/en/arms/rules/a-rule', { name: 'rule', parts: { locale: 'en', dossier: 'arms', id: 'a-rule' } }],
  ['/embed/ja/arms/matrix', { name: 'matrix', parts: { locale: 'ja', dossier: 'arms', id: '' } }],
  ['/en/arms/ask/', { name: 'ask', parts: { locale: 'en', dossier: 'arms', id: '' } }],
  ['/en/arms', undefined],
  ['/en/arms/rules', undefined],
  ['/en/arms/rules/A_Rule', undefined],
  ['//evil/arms/ask', undefined],
  ['/admin/arms/ask/x', undefined],
])('%s', (path, found) => expect(embeddableAt(path)).toEqual(found))
