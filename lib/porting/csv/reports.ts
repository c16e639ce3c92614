import { plainLanguage } from '@/lib/addresses/names'
import { signOf } from '@/lib/content/summary'
import { isSameRecord, type Path, type Report, type Text } from '@/lib/model'
import { reportId } from '@/lib/words/slug'
import { languageBySigns, type ReadItems, readDate, readItems, readLinks, writeItems, writeLinks } from './cells'
import type { CsvReading, RowReader } from './reading'

type Data = Record<string, unknown>

/** Takes rows of reports in. */
export class ReportTaker {
  readonly reports: Report[] = []
  same = 0
  /** The line of each report that a row has named. */
  readonly #lines = new Map<string, number>()

  constructor(readonly reading: CsvReading) {}

  take(row: RowReader): void {
    const id = (row.value('id') ?? '').trim()
    const url = (row.value('url') ?? '').trim()
    const known = this.reading.reportOf(row, { id: { name: 'id', text: id }, url: { name: 'url', text: url } })
    if (known === null) return
    if (!known && id !== '' && !this.#tellsNew(row)) {
      row.problem('id', 'is the id of no report here: a new one needs a date, a headline and a publisher')
      return
    }
    const data = this.#dataOf(row, known, url)
    if (row.isOut) return
    const own = known?.id ?? (id || this.#freeId(data))
    const before = this.#lines.get(own)
    if (before !== undefined) {
      row.problem(id === '' ? 'url' : 'id', `is the report of line ${before} too: a report has one row`)
      return
    }
    this.#lines.set(own, row.line)
    this.reading.place(own, (path) => ({ line: row.line, name: this.#nameOf(path, data) }))
    const report = this.reading.sound(own, { ...data, id: own })
    if (!report) return
    if (known && isSameRecord(known, report)) this.same++
    else this.reports.push(report)
  }

  /** The effect that a row tells by columns of its own. */
  readonly #effects = new WeakMap<Data, number>()

  #nameOf(path: Path, data: Data): string {
    const isOwn = path[0] === 'effects' && path[1] === this.#effects.get(data) && path.length > 2
    return isOwn ? `effect.${String(path[2])}` : this.reading.nameOf(path)
  }

  #dataOf(row: RowReader, known: Report | undefined, url: string): Data {
    const data: Data = { ...known }
    const put = (name: string, value: unknown) => {
      if (value === '' || value === undefined) delete data[name]
      else data[name] = value
    }
    const plain = (name: string, become: (text: string) => unknown = (text) => text.trim()) => {
      const text = row.value(name)
      if (text !== null) put(name, become(text))
    }
    plain('published', (text) => readDate(text, this.reading.plan.dates))
    plain('url')
    plain('language')
    plain('related', (text) => text.split(/[\s,]+/).filter((one) => one !== ''))
    for (const name of ['source', 'kind', 'sourcing']) {
      const word = row.named(name)
      if (word !== null) put(name, word)
    }
    if (data.source === undefined) put('source', this.reading.names.publisherAt(url))
    for (const { name, of, language } of this.reading.fields) {
      const text = language && of !== 'summary' ? row.value(name) : null
      if (text !== null && language) put(of, withLanguage(data[of] as Text | undefined, language, text))
    }
    this.#summaries(row, data)
    this.#lists(row, data, known)
    this.#effect(row, data)
    return data
  }

  #summaries(row: RowReader, data: Data): void {
    for (const { name, of, language } of this.reading.fields) {
      const text = of === 'summary' ? row.value(name) : null
      if (text === null || language === undefined) continue
      if (language === plainLanguage) {
        data.summary = text
        continue
      }
      const translations = { ...(data.translations as Report['translations']) } as Data
      const before = translations[language] as { summary: string } | undefined
      if (text === '') delete translations[language]
      else if (before?.summary !== text.trim())
        translations[language] = { of: signOf(String(data.summary ?? '')), summary: text }
      if (Object.keys(translations).length === 0) delete data.translations
      else data.translations = translations
    }
  }

  #lists(row: RowReader, data: Data, known: Report | undefined): void {
    const list = (
      name: 'attribution' | 'effects' | 'expectations',
      read: (cell: string) => ReadItems,
      shown: string,
    ) => {
      const text = row.value(name)
      if (text === null || text === shown) return
      const found = read(text)
      if (found.ok) data[name] = found.items
      else {
        row.problem(name, found.message)
        row.isOut = true
      }
    }
    list('attribution', readLinks, writeLinks(known?.attribution ?? []))
    list('effects', readItems, writeItems(known?.effects ?? []))
    list('expectations', readItems, writeItems(known?.expectations ?? []))
  }

  /** One effect told by columns of its own: that of its change, kind and stage where the report has it, else one more. */
  #effect(row: RowReader, data: Data): void {
    const change = row.named('effect.change')
    const stage = row.named('effect.stage')
    const kind = row.named('effect.kind')
    const certainty = row.named('effect.certainty')
    const on = row.value('effect.on')
    const quote = row.value('effect.quote')
    if (!change) {
      const told = ['effect.stage', 'effect.kind', 'effect.quote'].find(
        (name) => row.value(name) && this.#isFromColumn(name),
      )
      if (told && !row.isOut)
        row.problem('effect.change', `is missing: a row with “${this.reading.headingOf(told)}” says of which change`)
      return
    }
    const effects = [...((data.effects ?? []) as Data[])]
    const own = { change, kind: kind || 'moves', ...(stage && { stage }) }
    const at = effects.findIndex(
      (one) => one.change === change && one.kind === own.kind && (!stage || one.stage === stage),
    )
    const place = at < 0 ? effects.length : at
    const there = effects[place] ?? {}
    const before = there.quote as { text?: string } | undefined
    effects[place] = {
      ...there,
      ...own,
      ...(certainty && { certainty }),
      ...(on && { on: readDate(on, this.reading.plan.dates) }),
      ...(quote && before?.text !== quote && { quote: { text: quote, language: languageBySigns(quote) } }),
    }
    data.effects = effects
    this.#effects.set(data, place)
  }

  /** Whether a row says enough to be meant as a new report. */
  #tellsNew(row: RowReader): boolean {
    return this.reading.fields.some(({ name, of }) => (of === 'headline' || of === 'published') && row.value(name))
  }

  #isFromColumn(name: string): boolean {
    return 'column' in (this.reading.plan.columns[name] ?? {})
  }

  /** An id of the day, the publisher and the headline that nothing has yet. */
  #freeId({ published, source, headline }: Data): string {
    const words = typeof headline === 'string' ? headline : Object.values(Object(headline)).map(String).join(' ')
    const day = String(published ?? '')
      .replace(/[^0-9-]/g, '')
      .slice(0, 10)
      .replace(/-+$/, '')
    const wanted = reportId({ published: day, source: String(source ?? ''), headline: words }) || 'report'
    let id = wanted
    for (let next = 2; this.#lines.has(id) || this.reading.isTaken(id); next++) id = `${wanted}-${next}`
    return id
  }
}

/** A text with one language put in, or taken out by an empty one; a bare text is English, and stays bare while it is only that. */
export function withLanguage(text: Text | undefined, language: string, value: string): Text | undefined {
  const bare = typeof text === 'string'
  if (bare && language === plainLanguage) return value === '' ? undefined : value
  const texts: Record<string, string> = bare ? { [plainLanguage]: text } : { ...text }
  if (value !== '') return { ...texts, [language]: value }
  if (!Object.hasOwn(texts, language)) return text
  delete texts[language]
  return Object.keys(texts).length === 0 ? undefined : texts
}
