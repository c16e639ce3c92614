import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const refused = [
  ['lib/policy/a.ts', '@/db/client', 'lib is plain TypeScript'],
  ['lib/policy/b.ts', '@/app/_server/site', 'lib is plain TypeScript'],
  ['lib/policy/c.ts', 'next/headers', 'lib is plain TypeScript'],
  ['lib/policy/d.ts', 'drizzle-orm', 'lib is plain TypeScript'],
  ['db/queries/a.ts', '@/app/_server/site', 'db knows SQL'],
  ['db/queries/b.ts', 'next/headers', 'db knows SQL'],
  ['app/[locale]/a.ts', 'drizzle-orm', 'Only db writes SQL'],
  ['app/admin/a.ts', '@/db/schema', 'Only db writes SQL'],
] as const
const allowed = [
  ['app/_server/x.ts', '@/db/queries/record'],
  ['db/queries/x.ts', '@/lib/model'],
  ['app/admin/x.ts', '@/lib/model'],
] as const

let dir = ''
/** What Biome, set up as in this project, says of files that import what is named. */
let said = new Map<string, string>()

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'rulewire-arrows-'))
  cpSync('biome.json', join(dir, 'biome.json'))
  spawnSync('git', ['init', '-q'], { cwd: dir })
  for (const [file, target] of [...refused, ...allowed]) {
    mkdirSync(dirname(join(dir, file)), { recursive: true })
    writeFileSync(join(dir, file), `import { x } from '${target}'\n\nconsole.log(x)\n`)
  }
  const args = ['lint', '--reporter=json', '--max-diagnostics=none', '.']
  const { stdout } = spawnSync(resolve('node_modules/.bin/biome'), args, { cwd: dir, encoding: 'utf8' })
  const report: { diagnostics: { category: string; location: { path: string | { file: string } } }[] } =
    JSON.parse(stdout)
  said = new Map(
    report.diagnostics
      .filter(({ category }) => category === 'lint/style/noRestrictedImports')
      .map((diagnostic) => {
        const { path } = diagnostic.location
        return [typeof path === 'string' ? path : path.file, JSON.stringify(diagnostic)]
      }),
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

test.each(refused)('%s may not import %s, and the rule says why', (file, _target, reason) => {
  expect(said.get(file)).toContain(reason)
})

test.each(allowed)('%s may import %s', (file) => {
  expect(said.has(file)).toBe(false)
})
