import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rulewireHere } from '../../support/command-line'
import { writeFiles } from '../../support/folders'

const top = mkdtempSync(join(tmpdir(), 'rulewire-warnings-'))
const dir = join(top, 'content')
afterAll(() => rmSync(top, { recursive: true, force: true }))

const doubtful: Record<string, string> = {
  'sources.yaml': '- {id: daily, name: Daily, kind: newspaper}\n',
  'dossiers/lamps/dossier.yaml':
    'id: lamps\ntitle: Lamps\ntimeZone: Asia/Tokyo\ndimensions: [{id: item, values: [lamp]}]\n',
  'dossiers/lamps/rules.yaml': '- {id: lamp-rule, title: Lamps}\n',
  'dossiers/lamps/changes.yaml':
    '- id: lamp-act\n  title: Act\n  alterations:\n    - {rule: lamp-rule, to: required, from: 2024-01-01}\n',
  'dossiers/lamps/reports/a.md':
    '---\nid: a\nsource: daily\nheadline: x\npublished: 2024-02-02\neffects:\n  - {change: lamp-act, kind: moves, stage: in_force, on: 2024-02}\n---\nTold.\n',
}
const warnings = [
  'dossiers/lamps/changes.yaml:4:45: warning: alterations.0.from is 2024-01-01, before the change comes into force (2024-02): leave it out, or give that step its real day in `on`',
  '  4 |     - {rule: lamp-rule, to: required, from: 2024-01-01}',
  `    | ${' '.repeat(44)}^`,
  'dossiers/lamps/reports/a.md:7:58: warning: effects.0.on is 2024-02, which was not over when the report came out (2024-02-02): a start foreseen is an expectation, and a start that is set has its day',
  '  7 |   - {change: lamp-act, kind: moves, stage: in_force, on: 2024-02}',
  `    | ${' '.repeat(57)}^`,
]

test('what is doubtful is told with file, line and field, and fails nothing', async () => {
  writeFiles(dir, Object.entries(doubtful))
  expect(await rulewireHere(['check', dir], {})).toEqual({
    code: 0,
    stdout: `${dir} is sound: 1 sources, 1 dossiers, 1 reports. 2 warnings.\n`,
    stderr: `${warnings.join('\n')}\n`,
  })
})

test('where something is wrong only that is told', async () => {
  writeFiles(dir, Object.entries({ ...doubtful, 'stray.yaml': '' }))
  const { code, stderr } = await rulewireHere(['check', dir], {})
  expect({ code, warned: stderr.includes('warning:') }).toEqual({ code: 1, warned: false })
})

test('an import tells them and goes on', async () => {
  writeFiles(dir, Object.entries(doubtful))
  const env = { RULEWIRE_DATA: join(top, 'data'), DATABASE_URL: '' }
  expect(await rulewireHere(['import', dir, '--publish'], env)).toEqual({
    code: 0,
    stdout: 'Published edition 1.\n',
    stderr: `${warnings.join('\n')}\n${dir} is sound, with 2 warnings.\n`,
  })
})
