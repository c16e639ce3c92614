import { isMap, isNode, isPair, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
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

/** Parses YAML 1.2 (dates stay texts). `firstLine` is the file's line on which the text starts. */
export function parseYaml(file: string, text: string, firstLine = 1): YamlFile {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const lineAt = (offset: number) => Math.max(1, lines.linePos(offset).line) + firstLine - 1
  const problems = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    field: '',
    message: `is not valid YAML: ${error.message}`,
  }))
  const lineOf = (path: Path): number => {
    let node: unknown = document.contents
    let line = startOf(node) ?? 0
    for (const part of path) {
      const next = step(node, part)
      if (!next) break
      line = next.at ?? line
      node = next.node
    }
    return lineAt(line)
  }
  return { data: problems.length > 0 ? null : document.toJS({ maxAliasCount: 100 }), lineOf, problems }
}

const startOf = (node: unknown): number | undefined => (isNode(node) ? (node as Node).range?.[0] : undefined)

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
  const found = /^---\r?\n([\s\S]*?)(?:^|\r?\n)---[ \t]*(?:\r?\n|$)([\s\S]*)$/.exec(text)
  return found ? { matter: found[1] ?? '', body: found[2] ?? '' } : null
}
