import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { Document, isScalar, visit } from 'yaml'
import { type ContentTree, recordFields } from '@/lib/content'
import type { AnyRecord, Dimension, RecordKind, Report, Rule, Value } from '@/lib/model'

/** How someone writes a folder down: what may differ without a difference in what is said. */
export interface Hand {
  lineEnd: '\n' | '\r\n'
  mark: boolean
  comments: boolean
  /** Everything in braces and brackets, strings in this kind of quotes, or as plain as they can be. */
  flow: boolean
  quotes: 'PLAIN' | 'QUOTE_SINGLE' | 'QUOTE_DOUBLE'
  /** Leaves without names as bare ids, scopes of one value without a list, empty fields written as blanks. */
  short: boolean
  blanks: boolean
  /** What stands for a list without records: no file, an empty one, a comment, an empty list. */
  none: null | '' | '# nothing yet\n' | '[]\n' | '---\n'
}

export const anyHand: fc.Arbitrary<Hand> = fc.record({
  lineEnd: fc.constantFrom('\n', '\r\n'),
  mark: fc.boolean(),
  comments: fc.boolean(),
  flow: fc.boolean(),
  quotes: fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE'),
  short: fc.boolean(),
  blanks: fc.boolean(),
  none: fc.constantFrom(null, '', '# nothing yet\n', '[]\n', '---\n'),
})

/** The files of a content tree as that hand writes them: path below the folder -> text. */
export function writtenBy(hand: Hand, { site, sources, dossiers }: ContentTree): Map<string, string> {
  const files = new Map<string, string>()
  const list = (file: string, kind: RecordKind, records: readonly AnyRecord[]) => {
    if (records.length > 0)
      files.set(
        file,
        yamlBy(
          hand,
          records.map((one) => formBy(hand, kind, one)),
        ),
      )
    else if (hand.none !== null) files.set(file, hand.none)
  }
  if (site) {
    const { pages = {}, ...rest } = formBy(hand, 'site', site) as Partial<typeof site>
    files.set('site.yaml', yamlBy(hand, rest))
    for (const [page, texts] of Object.entries(pages))
      for (const [language, text] of Object.entries(texts ?? {}))
        files.set(`pages/${page}.${language}.md`, `\n${text}\n`)
  }
  list('sources.yaml', 'source', sources)
  for (const { dossier, rules, changes, actors, reports } of dossiers) {
    const dir = `dossiers/${dossier.id}`
    files.set(`${dir}/dossier.yaml`, yamlBy(hand, formBy(hand, 'dossier', dossier)))
    list(`${dir}/rules.yaml`, 'rule', rules)
    list(`${dir}/changes.yaml`, 'change', changes)
    list(`${dir}/actors.yaml`, 'actor', actors)
    for (const report of reports) {
      const { summary = '', translations = {}, ...matter } = formBy(hand, 'report', report)
      files.set(`${dir}/reports/${report.id}.md`, `---\n${yamlBy(hand, matter)}---\n\n${summary}\n`)
      for (const [language, text] of Object.entries(translations as NonNullable<Report['translations']>)) {
        const { summary, ...rest } = text ?? { summary: '' }
        files.set(`${dir}/reports/${report.id}.${language}.md`, `---\n${yamlBy(hand, rest)}---\n\n${summary}\n`)
      }
    }
  }
  for (const [file, text] of files)
    files.set(file, `${hand.mark ? '\uFEFF' : ''}${text.replaceAll('\n', hand.lineEnd)}`)
  return files
}

function formBy({ short, blanks }: Hand, kind: RecordKind, one: AnyRecord): Record<string, unknown> {
  const form = recordFields(kind, one)
  if (blanks) Object.assign(form, { ...(kind === 'dossier' ? { coverage: null } : { note: null }), ...form })
  if (blanks && kind === 'source') delete form.note
  if (!short) return form
  if (form.scope)
    form.scope = Object.fromEntries(
      Object.entries(form.scope as Rule['scope']).map(([id, values]) => [id, values.length === 1 ? values[0] : values]),
    )
  if (form.dimensions)
    form.dimensions = (form.dimensions as Dimension[]).map((one) => ({ ...one, values: one.values.map(shortValue) }))
  return form
}

const shortValue = (value: Partial<Value>): unknown => {
  if (Object.keys(value).length === 1) return value.id
  return value.values ? { ...value, values: value.values.map(shortValue) } : value
}

function yamlBy({ flow, quotes, comments }: Hand, data: unknown): string {
  const document = new Document(data, {
    aliasDuplicateObjects: false,
    // Without these tags a date or a number needs no quotes.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag ?? '')),
  })
  visit(document, {
    Scalar: (key, node) => {
      if (quotes !== 'PLAIN' && key !== 'key' && typeof node.value === 'string') node.type = quotes
    },
    Collection: (_, node) => {
      if (flow) node.flow = true
    },
    Pair: (_, pair) => {
      if (comments && !flow && isScalar(pair.key)) pair.key.commentBefore = ' a remark: "of" someone'
    },
  })
  return document.toString({ lineWidth: 0 })
}

/** Makes the folder anew with these files. */
export function writeFiles(dir: string, files: Iterable<[string, string | Uint8Array]>): void {
  rmSync(dir, { recursive: true, force: true })
  mkdirSync(dir, { recursive: true })
  for (const [file, text] of files) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), text)
  }
}
