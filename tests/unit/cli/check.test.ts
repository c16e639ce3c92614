import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import type { ContentTree } from '@/lib/content'
import { rulewireHere, saidProblems } from '../../support/command-line'
import { anyHand, type Hand, writeFiles, writtenBy } from '../../support/folders'
import { anyContent } from '../../support/random/content'

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
  /^(source\.(id|name|kind)|dossier\.(title|timeZone|dimensions|dimensions\.(id|values))|rule\.(id|title|basis\.instrument)|change\.(id|title|alterations\.(rule|to)|resolutions\.(about|holds|reason))|actor\.(id|name|kind)|report\.(source|headline|published|effects\.(change|kind)|positions\.(actor|change|stance)|attribution\.(who|named)|retracted\.\w+))$/

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

const line = /^([^:\n]+):(\d+)(?::\d+)?: /

test('a field that is wrong or missing is named with its file and line', async () => {
  await fc.assert(
    fc.asyncProperty(anyBroken, async ({ content, hand, file, field }) => {
      const files = writtenBy(hand, content)
      writeFiles(dir, files)
      const { code, stdout, stderr } = await check()
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
      expect(stderr).not.toMatch(/unexpectedly|\n\s+at /)
      const told = saidProblems(stderr)
      expect(stderr).toMatch(/\n\d+ errors? in \d+ files?\. /)
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
      if (code === 1) for (const one of saidProblems(stderr)) expect(one).toMatch(line)
    }),
    { numRuns, endOnFailure: true },
  )
}, 3_600_000)
