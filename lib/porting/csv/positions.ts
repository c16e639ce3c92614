import { isSameRecord, type Position, type Report, type Text } from '@/lib/model'
import { languageBySigns, readDate } from './cells'
import type { CsvReading, RowReader } from './reading'
import { withLanguage } from './reports'

type Data = Record<string, unknown>

/** A report whose positions rows tell, with the row of each. */
interface Opened {
  report: Report
  positions: Data[]
  lines: Map<number, number>
}

/** Takes rows of positions in, each of a report that is public. */
export class PositionTaker {
  readonly reports: Report[] = []
  same = 0
  readonly #opened = new Map<string, Opened>()

  constructor(readonly reading: CsvReading) {}

  take(row: RowReader): void {
    const named = (row.value('report') ?? '').trim()
    const isAddress = named.includes('/')
    const report = this.reading.reportOf(row, {
      id: { name: 'report', text: isAddress ? '' : named },
      url: { name: 'report', text: isAddress ? named : '' },
    })
    const said = { actor: row.named('actor'), change: row.named('change'), stance: row.named('stance') }
    if (row.isOut || report === null) return
    if (report === undefined) {
      const message =
        named === ''
          ? 'is missing: say by its id or its address which report tells the position'
          : 'is neither the id nor the address of a report that is public: import the report first'
      row.problem('report', message)
      return
    }
    const opened = this.#open(report)
    const place = this.#placeOf(row, opened, said)
    if (place === null) return
    const before = opened.lines.get(place)
    if (before !== undefined) {
      row.problem('place', `is the position of line ${before} too: a position has one row`)
      return
    }
    opened.lines.set(place, row.line)
    opened.positions[place] = this.#positionOf(row, opened.positions[place] ?? {}, said)
  }

  /** What has become of the reports, once all rows are taken. */
  finish(): void {
    for (const { report, positions, lines } of this.#opened.values()) {
      const first = Math.min(...lines.values())
      this.reading.place(report.id, ([list, place, ...inner]) => ({
        line: (list === 'positions' ? lines.get(Number(place)) : undefined) ?? first,
        name: this.reading.nameOf(inner.length === 0 ? ['report'] : inner),
      }))
      const sound = this.reading.sound(report.id, { ...report, positions })
      if (!sound) continue
      if (isSameRecord(report, sound)) this.same++
      else this.reports.push(sound)
    }
  }

  #open(report: Report): Opened {
    const found = this.#opened.get(report.id) ?? { report, positions: [...report.positions], lines: new Map() }
    this.#opened.set(report.id, found)
    return found
  }

  /** The place, from 0, of the position that a row tells: by its number, or by actor, change and day; null where that is wrong and told. */
  #placeOf(row: RowReader, { report, positions, lines }: Opened, { actor, change }: Record<string, string | null>) {
    const number = (row.value('place') ?? '').normalize('NFKC').trim()
    const most = report.positions.length
    if (number !== '') {
      if (/^[1-9]\d{0,3}$/.test(number) && Number(number) <= most) return Number(number) - 1
      row.problem(
        'place',
        `is no place among the positions of the report, which has ${most}: leave it empty for another one`,
      )
      return null
    }
    const on = row.value('on')
    const day = on ? readDate(on, this.reading.plan.dates) : undefined
    const free = report.positions.flatMap((one, at) =>
      one.actor === actor && one.change === change && !lines.has(at) ? [{ at, on: one.on }] : [],
    )
    const near = free.find((one) => one.on === day) ?? (free.length === 1 ? free[0] : undefined)
    return near ? near.at : positions.length
  }

  #positionOf(row: RowReader, there: Partial<Position> | Data, said: Record<string, string | null>): Data {
    const data: Data = { ...there }
    const put = (name: string, value: unknown) => {
      if (value === '' || value === undefined) delete data[name]
      else data[name] = value
    }
    for (const [name, value] of Object.entries(said)) if (value !== null) put(name, value)
    const on = row.value('on')
    if (on !== null) put('on', readDate(on, this.reading.plan.dates))
    this.#quote(row, data)
    for (const { name, of, language } of this.reading.fields) {
      const text = language ? row.value(name) : null
      if (text !== null && language) put(of, withLanguage(data[of] as Text | undefined, language, text))
    }
    return data
  }

  #quote(row: RowReader, data: Data): void {
    const text = row.value('quote')
    const language = row.value('quote.language')?.trim()
    if (text === '') delete data.quote
    const before = data.quote as { text: string; language: string } | undefined
    const quoted = text || before?.text
    if (!quoted || text === '') return
    const spoken = language || (before?.text === quoted ? before.language : languageBySigns(quoted))
    data.quote = { text: quoted, language: spoken }
  }
}
