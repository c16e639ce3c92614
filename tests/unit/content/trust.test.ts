import { beforeAll, describe, expect, test } from 'vitest'
import { type ContentTree, readContent } from '@/lib/content'
import { locales, say, tierOf } from '@/lib/model'

let content: ContentTree

beforeAll(async () => {
  const read = await readContent('content')
  if (!read.ok) throw new Error('the content is not sound')
  content = read.content
})

const boards = /(?:^|\.)(?:asyura2|5ch|2ch|reddit|4chan|hatena|note)\.(?:com|net|ne\.jp)$/
const rawHosts = /^(?:raw\.githubusercontent|gist\.github|pastebin|rentry|web\.archive|archive)\./
const staging =
  /(?:^|[.-])(?:staging|stage|origin|dev|preview|test)[.-]|\.(?:vercel\.app|netlify\.app|pages\.dev|wpengine\.com)$/
const hostOf = (url: string) => new URL(url).hostname.replace(/^www\./, '')
const rules = () =>
  content.dossiers.flatMap(({ dossier, rules }) => rules.map((rule) => ({ dossier: dossier.id, rule })))
const reports = () => content.dossiers.flatMap((one) => one.reports)

describe('what a rule rests on', () => {
  test('is never a message board, a raw file host, a staging host, or a publisher that only copies', () => {
    const copies = new Set(
      content.sources.flatMap((source) => (source.url && tierOf(source) === 'copy' ? hostOf(source.url) : [])),
    )
    const bad = rules().flatMap(({ dossier, rule }) =>
      rule.basis.flatMap(({ url }) => {
        if (!url) return []
        const host = hostOf(url)
        return boards.test(host) || rawHosts.test(host) || staging.test(host) || copies.has(host)
          ? [`${dossier} ${rule.id}: ${url}`]
          : []
      }),
    )
    expect(bad).toEqual([])
  })

  test('is first of all the issuing body’s own text, wherever one is known', () => {
    const later = rules().filter(
      ({ rule }) => rule.basis.some(({ official }) => official) && !rule.basis.find(({ url }) => url)?.official,
    )
    expect(later.map(({ rule }) => rule.id)).toEqual([])
    const without = rules().filter(({ rule }) => !rule.basis.some(({ official }) => official))
    expect(without.length / rules().length).toBeLessThan(0.1)
  })

  test('says of every official text how far it was seen', () => {
    const silent = rules().filter(({ rule }) =>
      rule.basis.some(({ official, sourcing }) => official && sourcing === undefined),
    )
    expect(silent.map(({ rule }) => rule.id)).toEqual([])
  })
})

describe('what a report says', () => {
  test('stands in every language', () => {
    for (const { id, language, headline, title, summary, translations } of reports())
      for (const locale of locales) {
        expect(say(title ?? headline, locale).language, `${id}: heading`).toBe(locale)
        if (summary && locale !== 'en') expect(translations?.[locale]?.summary, `${id}, of ${language}`).toBeTruthy()
      }
  })

  test('is understood alone: no summary begins with a word that stands for another', () => {
    const leaning =
      /^(?:it|he|she|they|its|his|her|their|this|that|these|those|the (?:agency|site|paper|page|report|ministry|trade site)(?= (?:says|said|reports|tells|told|gives|dates|lists|quotes|claims|writes|finds|adds|also))|これ|それ|彼|同(?:紙|社|省|局|サイト|ページ))\b/i
    const bad = reports().flatMap(({ id, summary, translations }) =>
      [summary, ...Object.values(translations ?? {}).map((one) => one?.summary ?? '')].flatMap((text) =>
        leaning.test(text) ? [`${id}: ${text.slice(0, 40)}`] : [],
      ),
    )
    expect(bad).toEqual([])
  })

  test('has an address on no staging or origin host that a public one is known for', () => {
    const bad = reports().flatMap(({ id, url }) => (url && rawHosts.test(hostOf(url)) ? [`${id}: ${url}`] : []))
    expect(bad).toEqual([])
  })
})
