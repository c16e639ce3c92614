import {
  Composer,
  Document,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  Parser,
  type Tags,
  YAMLParseError,
} from 'yaml'
import type { Path } from '@/lib/model'
import { findUnsound } from './alias'
import { TooDeepError, tooDeep, withinDepth } from './depth'
import { readPlain } from './plain-yaml'

/** One thing wrong in a content file: where, which field, and what to do about it. `line` and `column` count from 1; without a column it is the file. */
export interface FileProblem {
  file: string
  line: number
  column?: number
  field: string
  message: string
}

/** Where a problem stands, as compilers tell it and editors can jump to: `file:line:column`. */
export const sayPlace = ({ file, line, column }: Pick<FileProblem, 'file' | 'line' | 'column'>): string =>
  column === undefined ? `${file}:${line}` : `${file}:${line}:${column}`

export interface YamlFile {
  data: unknown
  /** Where the field at a path stands, or the nearest thing around it that is there; `atName`: its name rather than its value. */
  placeOf(path: Path, atName?: boolean): Pick<FileProblem, 'line' | 'column'>
  problems: FileProblem[]
}

/** No field is a number, so `007`, `1.10` and `2014` stay the texts that they are. */
const withoutNumbers = (tags: Tags): Tags =>
  tags.filter((tag) => typeof tag === 'string' || !/:(int|float)$/.test(tag.tag ?? ''))

function parse(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter()
  const composer = new Composer({
    prettyErrors: false,
    // Its warnings would go to the log of the server.
    logLevel: 'error',
    // Compared each with all others, many keys would take for ever: `repeatedKey` looks once at each.
    uniqueKeys: false,
    merge: true,
    customTags: withoutNumbers,
  })
  try {
    const tokens = withinDepth(new Parser(lines.addNewLine).parse(text))
    const [document = new Document(), second] = composer.compose(tokens, true, text.length)
    if (second) document.errors.push(new YAMLParseError(startsAt(second), 'MULTIPLE_DOCS', ''))
    return { document, lines }
  } catch (error) {
    if (!(error instanceof TooDeepError)) throw error
    const document = new Document()
    document.errors.push(new YAMLParseError([error.offset, error.offset], 'IMPOSSIBLE', tooDeep))
    return { document, lines }
  }
}

const startsAt = ({ range: [start] }: Document.Parsed): [number, number] => [start, start]

/**
 * Parses YAML 1.2 (dates and numbers stay texts). `firstLine` is the file's line on which the text starts. Aliases may make of a
 * file more than stands in it, within bounds; with `aliases` false, as for a text that comes from outside, any alias or anchor
 * is a problem that names its line.
 */
export function parseYaml(
  file: string,
  text: string,
  { firstLine = 1, aliases = true }: { firstLine?: number; aliases?: boolean } = {},
): YamlFile {
  const placeOf = placeFinder(text, firstLine)
  const plain = readPlain(text)
  if (plain) return { data: plain.data, placeOf, problems: [] }
  const { document, lines } = parse(text)
  const problem = (offset: number, message: string): FileProblem => {
    return { file, ...placeAt(lines, offset, firstLine), field: '', message }
  }
  if (document.errors.length > 0)
    return {
      data: null,
      placeOf,
      problems: distinct(document.errors.map((error) => problem(error.pos[0], sayError(error)))),
    }
  const unsound = findUnsound(document, { aliases })
  if (unsound) return { data: null, placeOf, problems: [problem(unsound.offset, unsound.message)] }
  const repeated = repeatedKey(document)
  if (repeated !== null)
    return { data: null, placeOf, problems: [problem(repeated, 'is not valid YAML: Map keys must be unique')] }
  try {
    // What comes out has been counted: the count of the library would walk what multiplies.
    return { data: document.toJS({ maxAliasCount: -1 }), placeOf, problems: [] }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { data: null, placeOf, problems: [problem(0, `is not valid YAML: ${error.message}`)] }
  }
}

/** Where a key stands that its map has already; null when there is none. */
function repeatedKey(document: Document): number | null {
  const open: unknown[] = [document.contents]
  while (open.length > 0) {
    const node = open.pop()
    if (isSeq(node)) open.push(...node.items)
    if (!isMap(node)) continue
    const keys = new Set<string>()
    for (const { key, value } of node.items) {
      open.push(key, value)
      if (!isScalar(key) || key.value === '<<') continue
      if (keys.has(String(key.value))) return startOf(key) ?? 0
      keys.add(String(key.value))
    }
  }
  return null
}

/** What is broken in one place breaks much after it. */
const mostProblems = 50

function distinct(problems: FileProblem[]): FileProblem[] {
  const byText = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]))
  return [...byText.values()].slice(0, mostProblems)
}

function sayError({ code, message }: { code: string; message: string }): string {
  if (code === 'MULTIPLE_DOCS') return 'holds a second document after a line of ---: only one is read'
  return code === 'IMPOSSIBLE' && message === tooDeep ? tooDeep : `is not valid YAML: ${message}`
}

/** Line and column of an offset, from 1; the text may begin on a later line of its file. */
function placeAt(lines: LineCounter, offset: number, firstLine: number): { line: number; column: number } {
  const { line, col } = lines.linePos(offset)
  return { line: Math.max(1, line) + firstLine - 1, column: Math.max(1, col) }
}

/**
 * Problems are few and files are many: what a place is found by is parsed again when it is asked for, and not kept before. A field is
 * where its value begins, where that is on the line of its name.
 */
function placeFinder(text: string, firstLine: number): YamlFile['placeOf'] {
  let parsed: ReturnType<typeof parse> | null = null
  return (path, atName = false) => {
    parsed ??= parse(text)
    const { document, lines } = parsed
    let node: unknown = document.contents
    let offset = startOf(node) ?? 0
    let isWhole = true
    for (const part of path) {
      const next = step(node, part)
      isWhole = next !== null
      if (!next) break
      offset = next.at ?? offset
      node = next.node
    }
    const place = placeAt(lines, offset, firstLine)
    const value = isWhole && !atName && isScalar(node) ? startOf(node) : undefined
    const ofValue = value === undefined ? place : placeAt(lines, value, firstLine)
    return ofValue.line === place.line ? ofValue : place
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
