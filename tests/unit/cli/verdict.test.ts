import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { type DossierRecords, firstDay, leavesOf, standingReports, walkValues } from '@/lib/model'
import { rulewireHere } from '../../support/command-line'
import { anyHand, writeFiles, writtenBy } from '../../support/folders'
import { anyContent } from '../../support/random/content'
import { anyDate, anyFullDay } from '../../support/random/words'
import { type ReferenceVerdict, referenceVerdict } from '../../support/reference/verdict'

const folder = mkdtempSync(join(tmpdir(), 'rulewire-verdict-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** How many random dossiers; by hand many more. */
const numRuns = Number(process.env.RULEWIRE_RUNS ?? 40)

const today = new Date().toISOString().slice(0, 10)

interface Line {
  case: Record<string, string>
  on?: string
  known?: string | null
}

/** A question at leaves or inner values, some dimensions left out. */
const anyLine = ({ dossier }: DossierRecords): fc.Arbitrary<Line> =>
  fc.record(
    {
      case: fc
        .tuple(
          ...dossier.dimensions.map(({ values }) => {
            const ids = [...walkValues(values)].map(({ value }) => value.id)
            return fc.option(fc.constantFrom(...ids), { freq: 8 })
          }),
        )
        .map((named) =>
          Object.fromEntries(dossier.dimensions.flatMap(({ id }, at) => (named[at] ? [[id, named[at]]] : []))),
        ),
      on: fc.oneof(anyFullDay, anyDate),
      known: fc.option(fc.oneof(anyFullDay, anyDate)),
    },
    { requiredKeys: ['case', 'on'] },
  )

const said = (records: DossierRecords, kase: Line['case'], { on = today, known }: Line) =>
  referenceVerdict(records, kase, { on: firstDay(on), known: known ? firstDay(known) : undefined }) as ReferenceVerdict

type Pending = ReferenceVerdict['pending'][number]

/** All cases of a question, in tree order. */
function casesIn({ dossier }: DossierRecords, question: Line['case']): Line['case'][] {
  return dossier.dimensions.reduce<Line['case'][]>(
    (cases, { id, values }) => {
      const asked = question[id]
      const picked = asked
        ? [...walkValues(values)].map(({ value }) => value).filter((one) => one.id === asked)
        : values
      const leaves = picked.flatMap(leavesOf).map((leaf) => leaf.id)
      return cases.flatMap((kase) => leaves.map((leaf) => ({ ...kase, [id]: leaf })))
    },
    [{}],
  )
}

function expected(records: DossierRecords, line: Line) {
  const cases = casesIn(records, line.case)
  const [only, ...others] = cases
  const shared = { on: firstDay(line.on ?? today), known: line.known ? firstDay(line.known) : null, edition: null }
  if (only && others.length === 0) {
    const { evidence, ...verdict } = said(records, only, line)
    return { case: only, ...verdict, ...shared, evidence: evidence.map(([report]) => ({ report })) }
  }
  // Of each rule and change what is pending on any case that the rule covers, which is the same on all of them.
  const pending = new Map<string, Pending[]>()
  const order = (one: Pending) => [one.change, one.rule].join(' ')
  const decided = cases.map((kase) => {
    const { disposition, rule, change, since, conditions, conflict, ...more } = said(records, kase, line)
    for (const one of more.pending)
      pending.set(
        order(one),
        more.pending.filter((other) => order(other) === order(one)),
      )
    return { case: kase, disposition, rule, change, since, conditions, conflict }
  })
  const ordered = [...pending].sort(([a], [b]) => (a < b ? -1 : 1)).flatMap(([, own]) => own)
  const dispositions = new Set(decided.map(({ disposition }) => disposition))
  const [disposition] = dispositions
  return {
    case: line.case,
    disposition: dispositions.size === 1 ? disposition : 'mixed',
    ...shared,
    pending: ordered,
    cases: decided,
  }
}

/** The order of evidence is for its own tests: here it is a set. */
const withEvidenceSorted = (answer: { evidence?: { report: string }[] }) => ({
  ...answer,
  ...(answer.evidence && { evidence: answer.evidence.toSorted((a, b) => (a.report < b.report ? -1 : 1)) }),
})

async function verdicts(dir: string, input: string) {
  const { code, stdout, stderr } = await rulewireHere(['verdict', dir], {}, input)
  expect(stderr).toBe('')
  const lines = stdout === '' ? [] : stdout.trimEnd().split('\n')
  return { code, answers: lines.map((line) => JSON.parse(line)) }
}

test('verdicts over a folder are what the design says of the dossier in it', async () => {
  const anyRun = anyContent({ dossiers: 1 }).chain((content) => {
    const [records] = content.dossiers
    const lines = records ? fc.array(anyLine(records), { minLength: 1, maxLength: 12 }) : fc.constant<Line[]>([])
    return fc.record({ content: fc.constant(content), lines, hand: anyHand })
  })
  await fc.assert(
    fc.asyncProperty(anyRun, async ({ content, lines, hand }) => {
      const [records] = content.dossiers
      if (!records) return
      writeFiles(folder, writtenBy(hand, content))
      const standing = { ...records, reports: standingReports(records.reports) }
      const input = lines.map((line) => JSON.stringify(line)).join(hand.lineEnd)
      const { code, answers } = await verdicts(join(folder, 'dossiers', records.dossier.id), input)
      expect(answers.map(withEvidenceSorted)).toMatchObject(lines.map((line) => expected(standing, line)))
      expect(code).toBe(0)
    }),
    { numRuns, endOnFailure: true },
  )
}, 3_600_000)

describe('the lines', () => {
  const dir = join(folder, 'any-name')
  const sound = '{"case":{"thing":"ship","2014":"007"},"on":"2024-01-01"}'
  const files: [string, string][] = [
    [
      'dossier.yaml',
      'id: d\ntitle: D\ntimeZone: Asia/Tokyo\ndimensions: [{id: thing, values: [ship, radar]}, {id: 2014, values: [007, 1.5e3-x]}]\n',
    ],
    ['rules.yaml', '- {id: r, title: R, scope: {2014: 007}}\n'],
    ['changes.yaml', '- {id: c, title: C, alterations: [{rule: r, to: permitted}]}\n'],
    [
      'reports/a.md',
      '---\nid: a\nsource: s\nheadline: A\npublished: 2023-12-31T15:00:00Z\neffects: [{change: c, kind: moves, stage: in_force}]\n---\n',
    ],
  ]
  const ask = (input: string) => {
    writeFiles(
      dir,
      files.map(([file, text]): [string, string] => [file, text.replace('1.5e3-x', '15e3')]),
    )
    return verdicts(dir, input)
  }

  test('a folder of any name is asked; ids that look like numbers are texts', async () => {
    const { code, answers } = await ask(sound)
    expect(answers).toMatchObject([{ disposition: 'permitted', rule: 'r', since: '2024-01-01' }])
    expect(code).toBe(0)
  })

  test('one answer a line, in order: a bad line loses no other', async () => {
    const bad: [string, string, RegExp][] = [
      ['{', '', /not JSON/],
      ['[]', '', /group of fields/],
      ['null', '', /group of fields/],
      ['{"on":"2024"}', 'case', /missing/],
      ['{"case":"ship"}', 'case', /group of fields/],
      ['{"case":{"thing":["ship"]}}', 'case.thing', /must be a text/],
      ['{"case":{"thing":"shp"}}', 'case.thing', /“shp” is not a value of thing/],
      ['{"case":{"thin":"ship"}}', 'case.thin', /not a dimension/],
      ['{"case":{"constructor":"ship"}}', 'case.constructor', /not a dimension/],
      ['{"case":{},"on":"yesterday"}', 'on', /is not a date/],
      ['{"case":{},"known":"2024-02-30"}', 'known', /is not a date/],
      ['{"case":{},"when":"2024"}', 'when', /is not a field/],
    ]
    const { code, answers } = await ask(bad.map(([line]) => `${line}\n${sound}\n`).join(''))
    expect(code).toBe(1)
    expect(answers).toHaveLength(bad.length * 2)
    bad.forEach(([, field, message], at) => {
      expect(answers[2 * at]).toEqual({ error: { line: 2 * at + 1, field, message: expect.stringMatching(message) } })
      expect(answers[2 * at + 1]).toMatchObject({ rule: 'r' })
    })
  })

  test.each([
    ['blank ones', `\n${sound}\n  \n\n${sound}`, 2],
    ['a byte order mark', `\uFEFF${sound}\n`, 1],
    ['CRLF', `${sound}\r\n\r\n${sound}\r\n`, 2],
    ['no end', sound, 1],
    ['nothing at all', '', 0],
    ['separators that are no line ends', `{"case":{"thing":"\u2028"}}\n${sound}`, 2],
  ])('with %s', async (_, input, count) => {
    expect((await ask(input)).answers).toHaveLength(count)
  })

  test('numbers in a case are the ids they look like, and what is left out is today, as known now', async () => {
    const { answers } = await ask(
      '{"case":{"thing":"ship","2014":"007"},"on":null,"known":null}\n{"case":{"thing":"ship"}}',
    )
    expect(answers).toMatchObject([{ disposition: 'permitted', known: null }, { disposition: 'mixed' }])
    expect(answers[0].on >= today).toBe(true)
  })

  test('a question that stands for too many cases is refused', async () => {
    const leaves = Array.from({ length: 50 }, (_, n) => `v${n}`).join(', ')
    const wide = ['a', 'b', 'c'].map((id) => `{id: ${id}, values: [${leaves}]}`).join(', ')
    writeFiles(dir, [['dossier.yaml', `id: d\ntitle: D\ntimeZone: UTC\ndimensions: [${wide}]\n`]])
    const { answers } = await verdicts(dir, '{"case":{}}\n{"case":{"a":"v1"}}')
    expect(answers[0]).toEqual({ error: { line: 1, field: 'case', message: expect.stringContaining('125000 cases') } })
    expect(answers[1].cases).toHaveLength(2500)
  })
})
