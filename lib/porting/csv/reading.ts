import { cellText } from '@/lib/api/csv'
import type { FileProblem } from '@/lib/content/document'
import { plainAddress } from '@/lib/intake/known'
import { type Actor, type DossierRecords, type Path, parseRecord, type Report, type Source } from '@/lib/model'
import { type CsvField, csvFields, furtherLanguages } from './fields'
import { NameBook, type Unfound } from './names'
import type { CsvPlan } from './plan'
import type { CsvRow } from './rows'

/** What is public, beside which a CSV is read. */
export interface CsvBase {
  records: DossierRecords
  sources: readonly Source[]
}

/** What a CSV makes of what is public. */
export interface CsvRecords {
  sources: Source[]
  actors: Actor[]
  /** Those that are new or say something else, in the order of the rows. */
  reports: Report[]
  /** How many reports that rows name stay as they are. */
  same: number
  /** Rows that somebody has chosen to leave out. */
  leftOut: number
  rows: number
}

/** Past it nobody reads on, and the memory is for other things. */
export const mostProblems = 2000

/** One row on its way: what its fields say, and what is wrong with it. */
export interface RowReader {
  line: number
  /** What the row says of a field; null where no column tells it, or its cell is empty and what is there stays. */
  value(name: string): string | null
  /** The id or word that a field names; null as `value`. */
  named(name: string): string | null
  /** Whether a name in the row waits for a choice, or the row is left out; then nothing becomes of it. */
  isOut: boolean
  problem(name: string, message: string): void
}

/** Reads rows one by one; keeps what is wrong, and where each record came from. */
export class CsvReading {
  readonly problems: FileProblem[] = []
  readonly names: NameBook
  readonly fields: readonly CsvField[]
  readonly #byName: Map<string, CsvField>
  readonly #headings: string[]
  readonly #byId = new Map<string, Report>()
  readonly #byAddress = new Map<string, string[]>()
  readonly #places = new Map<string, (path: Path) => { line: number; name: string }>()
  rows = 0
  leftOut = 0

  constructor(
    readonly file: string,
    readonly plan: CsvPlan,
    readonly base: CsvBase,
    head: CsvRow,
  ) {
    this.#headings = head.cells.map((cell) => cell.trim())
    this.fields = csvFields(plan.rows, furtherLanguages(this.#headings))
    this.#byName = new Map(this.fields.map((field) => [field.name, field]))
    this.names = new NameBook(base.records, base.sources, plan.choices)
    for (const report of base.records.reports) {
      for (const id of [...(report.formerly ?? []), report.id]) this.#byId.set(id, report)
      if (report.url === undefined) continue
      const address = plainAddress(report.url)
      this.#byAddress.set(address, [...(this.#byAddress.get(address) ?? []), report.id])
    }
  }

  get isFull(): boolean {
    return this.problems.length >= mostProblems
  }

  problem(line: number, field: string, message: string): void {
    if (!this.isFull) this.problems.push({ file: this.file, line, field, message })
  }

  /** What the column of a field is called in the file; the field's own name where it has none. */
  headingOf(name: string): string {
    const from = this.plan.columns[name]
    return from && 'column' in from ? (this.#headings[from.column] ?? '') || name : name
  }

  reader(row: CsvRow): RowReader {
    const { plan, names } = this
    const reader: RowReader = {
      line: row.line,
      isOut: false,
      value: (name) => {
        const from = Object.hasOwn(plan.columns, name) ? plan.columns[name] : undefined
        if (from === undefined) return null
        const text = 'fixed' in from ? from.fixed : cellText(row.cells[from.column] ?? '')
        return text.trim() === '' ? (plan.blanks === 'keep' ? null : '') : text
      },
      named: (name) => {
        const text = reader.value(name)
        const kind = this.#byName.get(name)?.names
        if (text === null || text === '' || kind === undefined) return text
        const found = names.find(kind, text, row.line)
        if (typeof found === 'object') return found.id
        if (found === 'leftOut' && !reader.isOut) this.leftOut++
        reader.isOut = true
        return null
      },
      problem: (name, message) => this.problem(row.line, this.headingOf(name), message),
    }
    return reader
  }

  /** What no field of a row can tell: cells without a heading, signs that are not of the encoding. Whether the row can be read. */
  isReadable({ line, cells }: CsvRow): boolean {
    const most = this.#headings.length
    if (cells.slice(most).some((cell) => cell.trim() !== '')) {
      this.problem(
        line,
        '',
        `has ${cells.length} cells, and ${most} columns have a heading: put quotes around what has commas in it`,
      )
      return false
    }
    if (this.plan.encoding !== 'utf-8' && cells.some((cell) => cell.includes('\ufffd'))) {
      this.problem(line, '', 'has signs that are not of this encoding: choose another one for the file')
      return false
    }
    return true
  }

  /** The report that a row names by its id or its address; undefined where there is none, null where that is wrong and told. */
  reportOf(row: RowReader, { id, url }: { id: { name: string; text: string }; url: { name: string; text: string } }) {
    const found = id.text === '' ? undefined : this.#byId.get(id.text)
    if (found || url.text === '' || id.text !== '') return found
    const there = this.#byAddress.get(plainAddress(url.text)) ?? []
    if (there.length > 1) {
      row.problem(
        url.name,
        `is the address of ${there.length} reports (${there.slice(0, 5).join(', ')}): name one by its id`,
      )
      return null
    }
    return there[0] === undefined ? undefined : this.#byId.get(there[0])
  }

  isTaken(id: string): boolean {
    return this.#byId.has(id)
  }

  /** Where the fields of a report stand, for what is found wrong with it. */
  place(id: string, place: (path: Path) => { line: number; name: string }): void {
    this.#places.set(id, place)
  }

  placed(id: string, path: Path, message: string): boolean {
    const place = this.#places.get(id)?.(path)
    if (!place) return false
    this.problem(place.line, this.headingOf(place.name), message)
    return true
  }

  /** The report as its schema has it; null, and the problems told, where it is not sound. */
  sound(id: string, data: unknown): Report | null {
    const parsed = parseRecord('report', data)
    if (parsed.ok) return parsed.record
    for (const { path, message } of parsed.problems) this.placed(id, path, message)
    return null
  }

  /** The field by which a path of a report is told; the path itself where none tells it. */
  nameOf(path: Path): string {
    const text = path.join('.')
    const told = this.fields.filter(({ name }) => this.plan.columns[name] !== undefined)
    const near = told.find(({ name, of }) => text === name || text === of || text.startsWith(`${of}.`))
    return near?.name ?? (text === '' ? 'id' : text)
  }

  get unfound(): Unfound[] {
    return this.names.unfound
  }
}
