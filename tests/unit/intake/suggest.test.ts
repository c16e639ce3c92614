import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readContent } from '@/lib/content'
import { readArticle } from '@/lib/intake/read-page'
import { suggestTags } from '@/lib/intake/suggest'
import { countWords, mostQuotedWords } from '@/lib/model'
import { compileDossier } from '@/lib/policy'

const read = await readContent('content')
if (!read.ok) throw new Error('The content cannot be read.')
const dossiers = new Map(read.content.dossiers.map((one) => [one.dossier.id, compileDossier(one)]))
const compiledOf = (id: string) => {
  const compiled = dossiers.get(id)
  if (!compiled) throw new Error(`There is no dossier ${id}.`)
  return compiled
}
const articleOf = (file: string) => readArticle(readFileSync(`tests/fixtures/articles/${file}`, 'utf8')).text
const suggested = (file: string, dossier: string, on: string) =>
  suggestTags(compiledOf(dossier), articleOf(file), { on })

describe('what an article may tell', () => {
  test('the seed article: both effects and the position, each with its passage', () => {
    const { effects, positions } = suggested('five-tasks.html', 'japan-defence-transfers', '2023-08-23')
    const [first, second] = effects
    expect([first?.change, second?.change]).toEqual(['co-developed-to-third-countries', 'weapons-within-five-purposes'])
    expect(first).toMatchObject({ stage: 'floated', quote: { text: expect.stringContaining('third countries') } })
    expect(second).toMatchObject({
      stage: 'proposed',
      quote: { text: expect.stringContaining('its reading of the rules') },
    })
    expect(positions).toContainEqual(expect.objectContaining({ actor: 'komeito', stance: 'wary' }))
  })

  test('an agreement in Japanese, and a party that is wary; a party that the dossier does not have is missed', () => {
    const { effects, positions } = suggested('ja-guidelines.txt', 'japan-defence-transfers', '2024-03-15')
    expect(effects[0]).toMatchObject({
      change: 'co-developed-to-third-countries',
      stage: 'agreed',
      quote: { language: 'ja' },
    })
    expect(positions.map(({ actor, stance }) => [actor, stance])).toEqual([['komeito', 'wary']])
  })

  test('talks that go on in Japanese; what is asked for is taken for a handing over', () => {
    const { effects, positions } = suggested('ja-escorts.txt', 'japan-defence-transfers', '2026-11-20')
    expect(effects.slice(0, 2).map(({ change, kind }) => [change, kind])).toContainEqual([
      'abukuma-to-philippines',
      'moves',
    ])
    expect(positions).toContainEqual(expect.objectContaining({ actor: 'cdp', stance: 'wary' }))
  })

  test('a deal in Brussels: both of its changes; who is no actor of the dossier is missed', () => {
    const { effects, positions } = suggested('en-omnibus.txt', 'eu-ai-act', '2026-05-07')
    const told = effects.map(({ change, stage }) => `${change} ${stage}`)
    expect(told).toContain('high-risk-delay agreed')
    expect(told).toContain('nudifier-ban agreed')
    expect(positions).toEqual([])
  })

  test('nothing of a text about something else', () => {
    const text = 'The harbour cafe opens at nine. Its owner bakes bread every day, and the queue is long.'
    expect(suggestTags(compiledOf('eu-ai-act'), text, { on: '2026-05-07' })).toMatchObject({
      effects: [],
      positions: [],
    })
  })

  test('of any text every passage stands in it, and is short enough to be quoted', () => {
    const words = fc.constantFrom(
      'Komeito',
      '公明党',
      'is wary',
      '慎重',
      'third countries',
      '第三国',
      'fighter',
      '次期戦闘機',
      'agreed',
      '合意',
      '.',
      '。',
      '\n',
      'ﾃｽﾄ',
      'the',
      '①',
    )
    fc.assert(
      fc.property(
        fc.array(fc.oneof(words, fc.string({ maxLength: 5, unit: 'grapheme' })), { maxLength: 60 }),
        (parts) => {
          const text = parts.join(' ')
          const { effects, positions } = suggestTags(compiledOf('japan-defence-transfers'), text, { on: '2024-01-01' })
          for (const { quote } of [...effects, ...positions]) {
            expect(text).toContain(quote.text)
            expect(countWords(quote.text)).toBeLessThanOrEqual(mostQuotedWords)
          }
        },
      ),
      { numRuns: 60 },
    )
  })
})
