import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { rulewireHere } from '../../support/command-line'
import { writeFiles } from '../../support/folders'

const top = mkdtempSync(join(tmpdir(), 'rulewire-verdict-folders-'))
const dir = join(top, 'content')
afterAll(() => rmSync(top, { recursive: true, force: true }))

const dossier = (id: string): [string, string][] => [
  [
    `dossiers/${id}/dossier.yaml`,
    `id: ${id}\ntitle: D\ntimeZone: Asia/Tokyo\ndimensions: [{id: thing, values: [ship]}]\n`,
  ],
  [`dossiers/${id}/rules.yaml`, `- {id: ${id}-rule, title: R}\n`],
  [`dossiers/${id}/changes.yaml`, `- {id: c, title: C, alterations: [{rule: ${id}-rule, to: permitted}]}\n`],
  [
    `dossiers/${id}/reports/a.md`,
    '---\nid: a\nsource: daily\nheadline: A\npublished: 2023-12-31\neffects: [{change: c, kind: moves, stage: in_force}]\n---\n',
  ],
]
const sources: [string, string] = ['sources.yaml', '- {id: daily, name: Daily, kind: newspaper}\n']

const ask = async (args: string[]) => {
  const ran = await rulewireHere(['verdict', ...args], {}, '{"case":{"thing":"ship"},"on":"2024-01-01"}\n')
  return { code: ran.code, rule: ran.stdout === '' ? null : JSON.parse(ran.stdout).rule, stderr: ran.stderr }
}
const answered = (rule: string) => ({ code: 0, rule, stderr: '' })

test('a content folder with one dossier is asked as that dossier', async () => {
  writeFiles(dir, [sources, ...dossier('lamps')])
  expect(await ask([dir])).toEqual(answered('lamps-rule'))
  expect(await ask([dir, '--dossier', 'lamps'])).toEqual(answered('lamps-rule'))
  expect(await ask([join(dir, 'dossiers', 'lamps')])).toEqual(answered('lamps-rule'))
})

test('of several one is named; the others need not be sound', async () => {
  writeFiles(dir, [sources, ...dossier('lamps'), ...dossier('wires'), ['dossiers/wires/rules.yaml', '- no rule\n']])
  expect(await ask([dir, '--dossier', 'lamps'])).toEqual(answered('lamps-rule'))
  expect(await ask([dir, '--dossier', 'wires'])).toMatchObject({
    code: 1,
    stderr: expect.stringContaining(`${join(dir, 'dossiers', 'wires', 'rules.yaml')}:1:3: `),
  })
})

test('which are there is told where none is named, or one that there is not', async () => {
  writeFiles(dir, [sources, ...dossier('lamps'), ...dossier('wires')])
  expect(await ask([dir])).toMatchObject({ code: 2, rule: null, stderr: expect.stringContaining('lamps, wires') })
  expect(await ask([dir, '--dossier', 'lamp'])).toMatchObject({
    code: 1,
    stderr: `${dir} holds no dossier “lamp”: it holds lamps, wires.\n`,
  })
})

test('--dossier belongs to a content folder', async () => {
  writeFiles(dir, [sources, ...dossier('lamps')])
  for (const name of [join(dir, 'dossiers', 'lamps'), 'lamps'])
    expect(await ask([name, '--dossier', 'lamps'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--dossier belongs to a content folder'),
    })
})

test('publishers are checked where they stand two folders up, and only there', async () => {
  writeFiles(dir, [['sources.yaml', '- {id: daily-news, name: Daily, kind: newspaper}\n'], ...dossier('lamps')])
  const report = join(dir, 'dossiers', 'lamps', 'reports', 'a.md')
  expect(await ask([dir])).toEqual({
    code: 1,
    rule: null,
    stderr: expect.stringContaining(
      `${report}:3:9: source names an unknown source “daily”; did you mean “daily-news”?\n`,
    ),
  })
  writeFiles(dir, [['sources.yaml', '- {id: daily}\n'], ...dossier('lamps')])
  expect((await ask([dir])).stderr).toContain(`${join(dir, 'sources.yaml')}:1:3: name is missing`)
  writeFiles(dir, dossier('lamps'))
  expect(await ask([dir])).toEqual(answered('lamps-rule'))
})

test('circles of overrides are an error to check and to import, and are answered in spite of', async () => {
  const round = '- {id: lamps-rule, title: R, overrides: [other]}\n- {id: other, title: O, overrides: [lamps-rule]}\n'
  writeFiles(dir, [sources, ...dossier('lamps'), ['dossiers/lamps/rules.yaml', round]])
  expect(await ask([dir])).toEqual(answered('lamps-rule'))
  const env = { RULEWIRE_DATA: join(top, 'data'), DATABASE_URL: '' }
  for (const args of [
    ['check', dir],
    ['import', dir, '--publish'],
  ])
    expect(await rulewireHere(args, env)).toMatchObject({ code: 1, stderr: expect.stringContaining('makes a circle') })
})
