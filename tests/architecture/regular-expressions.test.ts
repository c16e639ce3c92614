import { parse, type Token } from 'acorn'
import { transformSync } from 'esbuild'
import { checkSync } from 'recheck'
import { expect, test } from 'vitest'
import { filesUnder, read } from '../support/tree'

interface Found {
  file: string
  pattern: string
  flags: string
}

/** Every regular expression that is written in a file. */
function expressionsOf(file: string): Found[] {
  const { code } = transformSync(read(file), { loader: file.endsWith('x') ? 'tsx' : 'ts', target: 'es2024' })
  const found: Found[] = []
  const onToken = ({ type, value }: Token & { value?: unknown }) => {
    if (type.label === 'regexp') found.push({ file, ...(value as Omit<Found, 'file'>) })
  }
  parse(code, { ecmaVersion: 'latest', sourceType: 'module', onToken })
  return found
}

test('no regular expression of the program takes time that grows exponentially with what is sent', () => {
  const files = [...['app', 'db', 'lib'].flatMap((folder) => filesUnder(folder, /\.tsx?$/)), 'server.ts', 'proxy.ts']
  const all = files.flatMap(expressionsOf)
  expect(all.length).toBeGreaterThan(100)
  const each = new Map(all.map((found) => [`/${found.pattern}/${found.flags}`, found]))
  const bad = [...each].flatMap(([text, { file, pattern, flags }]) => {
    // What only looks back at the start has no part in how often the rest is tried, and cannot be judged.
    const judged = checkSync(pattern.replace(/^\(\?<[!=][^)]*\)/, ''), flags, { checker: 'automaton', timeout: null })
    return judged.status === 'vulnerable' && judged.complexity.type === 'exponential' ? [`${file}: ${text}`] : []
  })
  expect(bad).toEqual([])
})
