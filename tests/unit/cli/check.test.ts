import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { ContentTree } from '@/lib/content'
import { rulewireHere } from '../../support/command-line'
import { anyHand, type Hand, writeFiles, writtenBy } from '../../support/folders'
import { anyContent } from '../../support/random-content'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-check-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const dir = join(folder, 'content')
const check = () => rulewireHere(['check', dir], {})

/** How many random folders; by hand many more. */
const numRuns = Number(process.env.RULEWIRE_RUNS ?? 60)

type Path = (string | number)[]

/** A place in the data of a folder: which file, where in it, and the value there. */
interface Place {
  file: string
  /** Field as `check` names it. */
  field: string
  /** The same without ids and places in lists: `effects.stage`, `scope`. */
  kind: string
  value: unknown
  set(value: unknown): void
  remove(): void
}

const recordsIn = ({ sources, dossiers }: ContentTree): [string, string, object][] => [
  ...sources.map((one): [string, string, object] => ['sources.yaml', 'source', one]),
  ...dossiers.flatMap(({ dossier, rules, changes, actors, reports }): [string, string, object][] => {
    const file = (name: string) => `dossiers/${dossier.id}/${name}`
    return [
      [file('dossier.yaml'), 'dossier', dossier],
      ...rules.map((one): [string, string, object] => [file('rules.yaml'), 'rule', one]),
      ...changes.map((one): [string, string, object] => [file('changes.yaml'), 'change', one]),
      ...actors.map((one): [string, string, object] => [file('actors.yaml'), 'actor', one]),
      ...reports.map((one): [string, string, object] => [file(`reports/${one.id}.md`), 'report', one]),
    ]
  }),
]

function placesIn(content: ContentTree): Place[] {
  const walk = (file: string, name: string, holder: object, path: Path): Place[] =>
    Object.entries(holder).flatMap(([key, value]) => {
      const part = Array.isArray(holder) ? Number(key) : key
      const here = [...path, part]
      const kind = [name, ...here.filter((one) => typeof one === 'string')].join('.')
      const place = {
        file,
        field: here.join('.'),
        kind,
        value,
        set: (other: unknown) => void Reflect.set(holder, key, other),
        remove: () => void Reflect.deleteProperty(holder, key),
      }
      const below = typeof value === 'object' && value !== null ? walk(file, name, value, here) : []
      return [place, ...below]
    })
  return recordsIn(content).flatMap(([file, name, one]) => walk(file, name, one, []))
}

const date =
  /^(report\.(published|(effects|positions)\.on|corrections\.on|retracted\.on)|change\.alterations\.(from|until)|dossier\.coverage\.\w+)$/
const text = /\.(title|name|headline|note|reason|instrument|who|question)$/

/** What makes a field wrong: the fields it is done to, and what is put there. */
const wrongs: [RegExp, unknown][] = [
  // Not of reports and dossiers, whose files and folders have the same name.
  [/(source|rule|change|actor|dimensions|values)\.id$/, 'No Slug'],
  [/(source|rule|change|actor|dimensions|values)\.id$/, ''],
  [text, ''],
  [text, 'a bell \u0007'],
  [text, ['a list']],
  [text, { EN: 'in capitals' }],
  [text, {}],
  [date, '2023-02-30'],
  [date, 'yesterday'],
  [/^report\.(source|attribution\.source|effects\.attribution\.source)$/, 'no-such-source'],
  [/^report\.(effects|positions|expectations)\.change$/, 'no-such-change'],
  [/^report\.positions\.actor$/, 'no-such-actor'],
  [/^report\.(effects|expectations)\.stage$/, 'adopted'],
  [/\.(kind|stance|certainty|sourcing|to|default|about)$/, 'maybe'],
  [/\.(related|overrides)$/, 'not a list'],
  [
    /\.(alterations|basis|effects|attribution|positions|expectations|conditions|values|dimensions)$/,
    { nothing: 'that fits' },
  ],
  [/^change\.alterations\.rule$/, 'no-such-rule'],
  [/^change\.resolutions\.holds$/, 'no-such-report'],
  [/^dossier\.timeZone$/, 'Mars/Olympus'],
  [/^dossier\.matrix\.(rows|columns)$/, 'no-such-dimension'],
  [/\.url$/, 'javascript:alert(1)'],
  [/\.named$/, 'perhaps'],
  [/\.language$/, 'English'],
  [/\.quote\.text$/, 'word '.repeat(26)],
  [/^rule\.scope$/, { 'no-such-dimension': ['x'] }],
]

const needed =
  /^(source\.(id|name|kind)|dossier\.(title|timeZone|dimensions|dimensions\.(id|values))|rule\.(id|title|basis\.instrument)|change\.(id|title|alterations\.(rule|to)|resolutions\.\w+)|actor\.(id|name|kind)|report\.(source|headline|published|effects\.(change|kind)|positions\.(actor|change|stance)|attribution\.(who|named)|retracted\.\w+))$/

interface Broken {
  content: ContentTree
  hand: Hand
  file: string
  field: string
}

const anyBroken: fc.Arbitrary<Broken> = fc
  .record({ sound: anyContent({ dossiers: 1 }), hand: anyHand, pick: fc.nat(), way: fc.nat(), missing: fc.boolean() })
  .map(({ sound, hand, pick, way, missing }) => {
    const content = structuredClone(sound)
    const places = placesIn(content)
    const plain = { ...hand, short: false }
    if (missing) {
      const some = places.filter(({ kind }) => needed.test(kind))
      const place = some[pick % some.length] as Place
      place.remove()
      return { content, hand: plain, file: place.file, field: place.field }
    }
    const possible = wrongs.filter(([kind]) => places.some((place) => kind.test(place.kind)))
    const [kind, value] = possible[way % possible.length] as [RegExp, unknown]
    const some = places.filter((place) => kind.test(place.kind))
    const place = some[pick % some.length] as Place
    place.set(value)
    return { content, hand: plain, file: place.file, field: place.field }
  })

const line = /^([^:\n]+):(\d+): /

test('a field that is wrong or missing is named with its file and line', async () => {
  await fc.assert(
    fc.asyncProperty(anyBroken, async ({ content, hand, file, field }) => {
      const files = writtenBy(hand, content)
      writeFiles(dir, files)
      const { code, stdout, stderr } = await check()
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).not.toMatch(/unexpectedly|\n\s+at /)
      const told = stderr.trimEnd().split('\n')
      for (const one of told) expect(one).toMatch(line)
      const found = told.filter((one) => one.startsWith(`${file}:`) && one.split(': ')[1]?.startsWith(field))
      expect({ found: found.length > 0, told }).toEqual({ found: true, told })
      const lines = (files.get(file) ?? '').split('\n').length
      for (const one of found) expect(Number(line.exec(one)?.[2])).toBeLessThanOrEqual(lines)
    }),
    { numRuns, endOnFailure: true },
  )
}, 3_600_000)

test('whatever is done to the bytes of a file, check says where it is wrong', async () => {
  const anyCut = fc.record({
    content: anyContent({ dossiers: 1 }),
    hand: anyHand,
    pick: fc.nat(),
    at: fc.nat(),
    length: fc.nat(20),
    put: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc
        .constantFrom('---\n', '\t', ': ', '- ', '*x ', '&x ', '"', '{', '[', '!!int ', '\0', '\r')
        .map((text) => new TextEncoder().encode(text)),
    ),
  })
  await fc.assert(
    fc.asyncProperty(anyCut, async ({ content, hand, pick, at, length, put }) => {
      const files = [...writtenBy(hand, content)]
      const [file, text] = files[pick % files.length] as [string, string]
      const bytes = new TextEncoder().encode(text)
      const start = at % (bytes.length + 1)
      const cut = Buffer.concat([bytes.subarray(0, start), put, bytes.subarray(start + length)])
      writeFiles(dir, [...files, [file, cut]])
      const { code, stderr } = await check()
      expect([0, 1]).toContain(code)
      if (code === 1) for (const one of stderr.trimEnd().split('\n')) expect(one).toMatch(line)
    }),
    { numRuns, endOnFailure: true },
  )
}, 3_600_000)

describe('single faults', () => {
  const dossier =
    'id: d\ntitle: D\ntimeZone: UTC\ndimensions: [{id: thing, values: [ship, {id: group, values: [gun]}]}]\n'
  const sound = (): Map<string, string | Uint8Array> =>
    new Map<string, string | Uint8Array>([
      ['sources.yaml', '- {id: s, name: S, kind: agency}\n'],
      ['dossiers/d/dossier.yaml', dossier],
      ['dossiers/d/rules.yaml', '- {id: r, title: R}\n- {id: q, title: Q}\n'],
      ['dossiers/d/changes.yaml', '- id: c\n  title: C\n  alterations:\n    - {rule: r, to: permitted}\n'],
      ['dossiers/d/reports/a.md', '---\nid: a\nsource: s\nheadline: A\npublished: 2024\n---\nText.\n'],
    ])
  const told = async (over: Record<string, string | Uint8Array | null>) => {
    const files = sound()
    for (const [file, text] of Object.entries(over))
      if (text === null) files.delete(file)
      else files.set(file, text)
    writeFiles(dir, files)
    const { code, stderr } = await check()
    return code === 0 ? '' : stderr.trimEnd()
  }
  const rules = 'dossiers/d/rules.yaml'
  const report = 'dossiers/d/reports/a.md'

  test.each<[string, Record<string, string | Uint8Array | null>, RegExp | string]>([
    ['nothing', {}, ''],
    [
      'an anchor that is not there',
      { [rules]: '- {id: r, title: R}\n- {id: q, title: *t}\n' },
      /rules\.yaml:2: is not valid YAML: .*alias.*: t$/,
    ],
    ['an anchor', { [rules]: '- {id: r, title: &t R}\n- &q {id: q, title: *t}\n' }, ''],
    ['a merge key', { [rules]: '- &r {id: r, title: R}\n- {<<: *r, id: q}\n' }, ''],
    ['anchors that multiply', { [rules]: bomb() }, /rules\.yaml:1: is not valid YAML: Excessive alias count/],
    [
      'an id twice',
      { [rules]: '- {id: r, title: R}\n- {id: r, title: Q}\n' },
      /rules\.yaml:2: id is used by another rule too/,
    ],
    ['a key twice', { [rules]: '- id: r\n  title: R\n  title: Q\n' }, /rules\.yaml:3: is not valid YAML: .*unique/],
    ['a second document', { [rules]: '[]\n---\n[]\n' }, /rules\.yaml:2: holds a second document/],
    ['a tab', { [rules]: '- id: r\n\ttitle: R\n' }, /rules\.yaml:2: is not valid YAML/],
    ['a map for a list', { [rules]: 'r: {title: R}\n' }, /rules\.yaml:1: must be a list of rules/],
    ['a record that is a text', { [rules]: '- r\n' }, /rules\.yaml:1: must be a group of fields/],
    ['text that is not UTF-8', { [rules]: Uint8Array.of(45, 32, 0xe9, 10) }, /rules\.yaml:1: is not UTF-8 text/],
    [
      'a list under another ending',
      { [rules]: null, 'dossiers/d/rules.yml': '[]\n' },
      /rules\.yaml:1: is missing, but there is rules\.yml/,
    ],
    ['no dossier.yaml', { 'dossiers/d/dossier.yaml': null }, 'dossiers/d/dossier.yaml:1: is missing'],
    ['an empty dossier.yaml', { 'dossiers/d/dossier.yaml': '' }, /dossier\.yaml:1: must be a group of fields/],
    [
      'a folder of another name',
      { 'dossiers/d/dossier.yaml': dossier.replace('id: d', 'id: e') },
      /dossier\.yaml:1: id is “e” in the folder “d”/,
    ],
    [
      'a report of another name',
      { [report]: '---\nid: b\nsource: s\nheadline: A\npublished: 2024\n---\n' },
      /a\.md:2: id is “b”/,
    ],
    [
      'a report without a name',
      { [report]: '---\nsource: s\nheadline: A\npublished: 2024\n---\n' },
      /a\.md:2: id is missing/,
    ],
    ['no publishers', { 'sources.yaml': null }, /a\.md:3: source names an unknown source “s”/],
    ['no front matter', { [report]: 'Text.\n' }, /a\.md:1: must start with YAML front matter/],
    ['front matter alone', { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\n---' }, ''],
    ['a summary in it', { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\nsummary: Text.\n---\n' }, ''],
    [
      'two summaries',
      { [report]: '---\nid: a\nsource: s\nheadline: A\npublished: 2024\nsummary: Text.\n---\nOther.\n' },
      /a\.md:6: summary stands in the front matter and below it/,
    ],
    [
      'a bad dimension',
      { 'dossiers/d/dossier.yaml': dossier.replace('id: thing', 'id: constructor') },
      /dossier\.yaml:4: dimensions\.0\.id is a word/,
    ],
  ])('%s', async (_, over, expected) => {
    const said = await told(over)
    if (typeof expected === 'string') expect(said).toBe(expected)
    else expect(said).toMatch(expected)
  })

  test('a folder in the place of a file, a file in the place of a folder', async () => {
    const files = sound()
    files.delete(rules)
    writeFiles(dir, files)
    mkdirSync(join(dir, rules))
    expect((await check()).stderr).toMatch(/rules\.yaml:1: cannot be read/)
    rmSync(dir, { recursive: true })
    expect(await check()).toMatchObject({ code: 2 })
    writeFileSync(dir, '')
    expect(await check()).toMatchObject({ code: 2, stderr: expect.stringContaining('is not a folder') })
  })

  test('a folder without content, and a dossier named in its place', async () => {
    writeFiles(dir, [['README.md', '']])
    expect(await check()).toMatchObject({ code: 1, stderr: expect.stringContaining('holds no content') })
    writeFiles(dir, [['dossier.yaml', dossier]])
    expect(await check()).toMatchObject({ code: 1, stderr: expect.stringContaining('single dossier') })
  })
})

/** Nine anchors, each ten times the one before. */
function bomb(): string {
  const lists = 'bcdefghi'.split('').map((name, at) => {
    const before = 'abcdefgh'[at]
    return `  ${name}: &${name} [${Array(10).fill(`*${before}`).join(', ')}]`
  })
  return ['- id: r', '  a: &a [x]', ...lists, ''].join('\n')
}
