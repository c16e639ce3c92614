import { plainLanguage } from '@/lib/addresses/names'
import { isLanguage, locales, translated } from '@/lib/model'

/** What the rows of a CSV are: reports, or positions of reports. */
export const csvRowKinds = ['reports', 'positions'] as const
export type CsvRowKind = (typeof csvRowKinds)[number]

/** What a field of a row may name: another record, or a word of a closed vocabulary. */
export const nameKinds = [
  'source',
  'actor',
  'change',
  'stance',
  'reportKind',
  'sourcing',
  'effect',
  'stage',
  'certainty',
] as const
export type NameKind = (typeof nameKinds)[number]

/** A field of a row. */
export interface CsvField {
  /** As exports head its column: `headline.en`, `effect.stage`. */
  name: string
  /** The field of the record, without the language. */
  of: string
  language?: string
  names?: NameKind
  /** What columns of it are called elsewhere, in small letters without blanks. */
  heads: readonly string[]
}

interface Told {
  names?: NameKind
  inLanguages?: readonly string[]
  heads: string
}

const reportTold: Record<string, Told> = {
  id: { heads: 'id reportid 記録id' },
  published: {
    heads:
      'date published publishedat publisheddate publicationdate pubdate day 日付 日 掲載日 公開日 発行日 報道日 年月日',
  },
  headline: { inLanguages: locales, heads: 'headline title heading 見出し 題名 題 タイトル 表題 件名' },
  title: { inLanguages: locales, heads: 'ownheadline ourheadline ourtitle 独自見出し' },
  source: {
    names: 'source',
    heads: 'source publisher outlet media newspaper paper 媒体 媒体名 発行元 出典 報道機関 新聞 新聞社 発信元 メディア',
  },
  url: { heads: 'url address link uri web website href アドレス リンク' },
  language: { heads: 'language lang 言語' },
  kind: { names: 'reportKind', heads: 'kind type 種類 種別' },
  sourcing: { names: 'sourcing', heads: 'sourcing 確認 確認状況' },
  attribution: { heads: 'attribution author byline by accordingto who 情報源 著者 筆者 記者 発言者' },
  summary: {
    inLanguages: [plainLanguage, ...translated],
    heads: 'summary abstract description text 要約 概要 要旨 内容',
  },
  note: { inLanguages: locales, heads: 'note notes comment remarks 備考 注 メモ' },
  effects: { heads: 'effects' },
  'effect.change': { names: 'change', heads: 'change measure policy 変更 施策 措置 政策' },
  'effect.kind': { names: 'effect', heads: 'effect 効果' },
  'effect.stage': { names: 'stage', heads: 'stage step status 段階 状況' },
  'effect.on': { heads: 'on effectivedate effective 発効日 施行日' },
  'effect.certainty': { names: 'certainty', heads: 'certainty 確度' },
  'effect.quote': { heads: 'quote quotation 引用' },
  expectations: { heads: 'expectations' },
  related: { heads: 'related 関連' },
}

const positionTold: Record<string, Told> = {
  report: { heads: 'report reportid id url address link 報道 記事 アドレス' },
  place: { heads: 'place number no 番号' },
  actor: { names: 'actor', heads: 'actor who party person name speaker 主体 政党 党 人物 氏名 発言者' },
  change: { names: 'change', heads: 'change measure policy 変更 施策 措置 政策' },
  stance: { names: 'stance', heads: 'stance position attitude 立場 賛否 態度' },
  on: { heads: 'on date day 日付 日 年月日' },
  quote: { heads: 'quote quotation statement 引用 発言' },
  'quote.language': { heads: 'quotelanguage language lang 言語' },
  note: { inLanguages: locales, heads: 'note notes comment remarks 備考 注 メモ' },
}

/** The fields of a row, in the order in which exports have their columns; with texts in further languages than those of the site. */
export function csvFields(rows: CsvRowKind, further: readonly string[] = []): CsvField[] {
  const told = rows === 'reports' ? reportTold : positionTold
  return Object.entries(told).flatMap(([of, { names, inLanguages, heads }]): CsvField[] => {
    const shared = { of, heads: heads.split(' '), ...(names && { names }) }
    if (!inLanguages) return [{ ...shared, name: of }]
    const languages = of === 'summary' ? inLanguages : [...new Set([...inLanguages, ...further])]
    return languages.map((language) => ({ ...shared, name: `${of}.${language}`, language }))
  })
}

/** Languages that headings name besides those of the site: `headline.de`. */
export function furtherLanguages(headings: readonly string[]): string[] {
  const found = headings.flatMap(
    (heading) => /^(?:headline|title|note)\.([A-Za-z0-9-]+)$/.exec(heading.trim())?.[1] ?? [],
  )
  const site: readonly string[] = locales
  return [...new Set(found)].filter((tag) => isLanguage(tag) && !site.includes(tag)).slice(0, 20)
}
