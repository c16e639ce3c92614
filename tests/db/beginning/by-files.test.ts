import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rulewireHere } from '../../support/command-line'
import { testDatabase } from '../../support/database'

/* From nothing to a published answer by files alone. */

const top = mkdtempSync(join(tmpdir(), 'rulewire-new-'))
afterAll(() => rmSync(top, { recursive: true, force: true }))
const { env } = await testDatabase()
const dir = join(top, 'mine')
const run = (...args: string[]) => rulewireHere(args, env)
const edit = (file: string, from: string, to: string) => {
  const path = join(dir, file)
  const text = readFileSync(path, 'utf8')
  expect(text).toContain(from)
  writeFileSync(path, text.replace(from, to))
}

test('what is written is sound, without a warning, and writes over nothing', async () => {
  expect(await run('new', dir)).toMatchObject({ code: 0, stdout: expect.stringContaining(`check ${dir}`), stderr: '' })
  expect(await run('check', dir)).toEqual({
    code: 0,
    stdout: `${dir} is sound: 2 sources, 1 dossiers, 2 reports.\n`,
    stderr: '',
  })
  expect(await run('new', dir)).toMatchObject({ code: 1, stderr: expect.stringContaining('is not empty') })
  const file = join(top, 'file')
  writeFileSync(file, '')
  expect(await run('new', file)).toMatchObject({ code: 1, stderr: expect.stringContaining('is a file') })
  expect(await run('new')).toMatchObject({ code: 2, stderr: expect.stringContaining('DIR is missing') })
  mkdirSync(join(top, 'empty'))
  expect(await run('new', join(top, 'empty'))).toMatchObject({ code: 0 })
})

test('a slip is shown in its line, with what was meant; mended, it is published, and the case answers with its evidence', async () => {
  const rules = 'dossiers/pond-rules/rules.yaml'
  edit(rules, 'pond: [mill-pond]', 'pond: [mil-pond]')
  edit(rules, 'kind: duty', 'kinds: duty')
  const { code, stderr } = await run('check', dir)
  expect(code).toBe(1)
  expect(stderr).toContain(`${rules}:9:3: kinds is not a field of this record; did you mean “kind”?`)
  expect(stderr).toMatch(/ {2}9 \| {3}kinds: duty .*\n {4}\| {3}\^\n1 error in 1 file\./)
  edit(rules, 'kinds: duty', 'kind: duty')
  const again = await run('check', dir)
  expect(again.stderr).toMatch(
    /rules\.yaml:4:39: scope\.pond\.0 names an unknown value of pond “mil-pond”; did you mean “mill-pond”\?/,
  )
  expect(again.stderr).toContain(`\n    | ${' '.repeat(38)}^\n`)
  edit(rules, 'mil-pond', 'mill-pond')
  edit('dossiers/pond-rules/dossier.yaml', 'title: Dogs in the ponds', 'title: Dogs in our ponds')
  expect(await run('import', dir, '--publish')).toMatchObject({ code: 0, stdout: 'Published edition 1.\n', stderr: '' })
  const asked = JSON.stringify({ case: { animal: 'small-dog', pond: 'mill-pond' }, on: '2026-11-30' })
  const { stdout } = await rulewireHere(['verdict', 'pond-rules'], env, `${asked}\n`)
  expect(JSON.parse(stdout)).toMatchObject({
    disposition: 'conditional',
    rule: 'small-dogs-mill-pond',
    evidence: [{ report: '2026-10-06-parish-gazette-by-law' }],
    duties: [{ rule: 'leash' }],
  })
})
