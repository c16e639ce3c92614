import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type Tags,
  visit,
} from 'yaml'
import type { Path } from '@/lib/model'

/** One thing wrong in a content file: where, which field, and what to do about it. `line` counts from 1. */
export interface FileProblem {
  file: string
  line: number
  field: string
  message: string
}

export interface YamlFile {
  data: unknown
  /** Line of the field at a path, or of the nearest thing around it that is there. */
  lineOf(path: Path): number
  problems: FileProblem[]
}

/** How often one anchor may be used: far more than people write, and an end to anchors that multiply each other. */
const mostAliases = 10_000

/** No field is a number, so `007`, `1.10` and `2014` stay the texts that they are. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag ?? ''))

function parse(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    prettyErrors: false,
    uniqueKeys: true,
    merge: true,
    customTags: withoutNumbers,
  })
  return { document, lines }
}

/** Parses YAML 1.2 (dates and numbers stay texts). `firstLine` is the file's line on which the text starts. */
export function parseYaml(file: string, text: string, firstLine = 1): YamlFile {
  const { document, lines } = parse(text)
  const problem = (offset: number, message: string): FileProblem => {
    return { file, line: Math.max(1, lines.linePos(offset).line) + firstLine - 1, field: '', message }
  }
  const lineOf = lineFinder(text, firstLine)
  if (document.errors.length > 0)
    return { data: null, lineOf, problems: document.errors.map((error) => problem(error.pos[0], sayError(error))) }
  const circle = findAlias(document, (alias, above) => above.includes(alias.resolve(document)))
  if (circle !== null) return { data: null, lineOf, problems: [problem(circle, 'holds itself, by way of its alias')] }
  try {
    return { data: document.toJS({ maxAliasCount: mostAliases }), lineOf, problems: [] }
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error
    const unresolved = findAlias(document, (alias) => !alias.resolve(document)) ?? 0
    return { data: null, lineOf, problems: [problem(unresolved, `is not valid YAML: ${error.message}`)] }
  }
}

function sayError({ code, message }: { code: string; message: string }): string {
  if (code === 'MULTIPLE_DOCS') return 'holds a second document after a line of ---: only one is read'
  return /call stack/.test(message) ? 'is nested too deeply to be read' : `is not valid YAML: ${message}`
}

/** Where the first alias stands of which that holds; null when there is none. `above` is what the alias stands in. */
function findAlias(document: Document, holds: (alias: Alias, above: readonly unknown[]) => boolean): number | null {
  let found: number | null = null
  visit(document, {
    Alias: (_, alias, above) => {
      if (!holds(alias, above)) return undefined
      found = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return found
}

/** Problems are few and files are many: what a line is found by is parsed again when it is asked for, and not kept before. */
function lineFinder(text: string, firstLine: number): (path: Path) => number {
  let parsed: ReturnType<typeof parse> | null = null
  return (path) => {
    parsed ??= parse(text)
    const { document, lines } = parsed
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    for (const part of path) {
      const next = step(node, part)
      if (!next) break
      offset = next.at ?? offset
      node = next.node
    }
    return Math.max(1, lines.linePos(offset).line) + firstLine - 1
  }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? node.range?.[0] : undefined)

function step(node: unknown, part: string | number): { node: unknown; at: number | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find(
      (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(part),
    )
    return pair ? { node: pair.value, at: startOf(pair.key) } : null
  }
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part]
    return item === undefined ? null : { node: item, at: startOf(item) }
  }
  return null
}

/** Splits a report file into its YAML front matter and the Markdown after it; null when it has no front matter. */
export function splitFrontMatter(text: string): { matter: string; body: string } | null {
  const found = /^---[ \t]*\n([\s\S]*?)(?:^|\n)---[ \t]*(?:\n|$)([\s\S]*)$/.exec(text)
  return found ? { matter: found[1] ?? '', body: found[2] ?? '' } : null
}
