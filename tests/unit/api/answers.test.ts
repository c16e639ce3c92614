import { describe, expect, test } from 'vitest'
import { comparisonCsv, comparisonForm } from '@/lib/api/comparison'
import { matrixCsv, matrixForm } from '@/lib/api/matrix'
import { schemas } from '@/lib/api/schemas'
import { verdictForm } from '@/lib/api/verdict'
import { answerTo, comparisonOf, compileDossier, momentAt } from '@/lib/policy'
import { full } from './dossier'
import { unlike } from './json-schema'

const compiled = compileDossier(full)
const idea = new Map([['idea', '2026-09-01']])
const at = (on: string, assume?: Map<string, string>) => momentAt(compiled, { on, assume })
const asked = (question: Record<string, string>, moment = at('2025-06-01')) =>
  verdictForm(moment, question, answerTo(moment, question), { edition: 3 })
/** As the API sends it. */
const sent = (form: unknown) => JSON.parse(JSON.stringify(form))

describe('a verdict', () => {
  test('tells duties, what comes next, grounds, and dates as they are told', () => {
    const form = asked({ thing: 'ship', place: 'far' })
    expect(form).toMatchObject({
      disposition: 'not_required',
      change: 'opening',
      grounds: 'single',
      duties: [{ rule: 'consent', change: 'paperwork', disposition: 'required', conditions: [] }],
      // `until: 2026` lasts until the end of that year.
      next: { on: '2027-01-01', disposition: 'prohibited', rule: 'arms', change: 'ban' },
      unsettled: [],
      assume: [],
    })
    expect(form.evidence).toMatchObject([{ report: '2024-04-opening', published: '2024-04', on: '2024-04' }])
  })

  test('tells what is not known of it', () => {
    const { disposition, unsettled } = asked({ thing: 'gun', place: 'near' })
    expect(disposition).toBe('not_required')
    expect(unsettled).toMatchObject([{ change: 'gun-law', due: '2023-01-31', wouldBe: { disposition: 'permitted' } }])
  })

  test('of several cases tells what comes next and is unsettled of any', () => {
    const form = asked({ thing: 'weapon' })
    expect(form).toMatchObject({ disposition: 'not_required', next: { on: '2027-01-01', rule: 'arms' } })
    expect(form.unsettled).toMatchObject([{ change: 'gun-law' }])
    expect(form.duties).toEqual([])
    expect(form.cases?.map(({ duties }) => duties.length)).toEqual([0, 1, 0, 0])
    expect(asked({ thing: 'afloat' })).toMatchObject({ disposition: 'mixed', next: { disposition: 'mixed' } })
  })

  test('of a member keeps its name, and follows it', () => {
    const form = asked({ thing: 'ship', place: 'atlantis' })
    expect(form).toMatchObject({ case: { thing: 'ship', place: 'atlantis' }, disposition: 'not_required' })
    expect(form.duties).toHaveLength(1)
    expect(form.next).toMatchObject({ on: '2026-01-01', disposition: 'not_required', duties: [] })
    expect(asked({ thing: 'radar', place: 'atlantis' }).disposition).toBe('untracked')
  })

  test('says what is assumed', () => {
    const form = asked({ thing: 'ship', place: 'near' }, at('2026-09-02', idea))
    expect(form).toMatchObject({ disposition: 'permitted', assume: [{ change: 'idea', day: '2026-09-01' }] })
    expect(asked({ thing: 'weapon' }, at('2025-06-02', idea)).assume).toHaveLength(1)
  })
})

describe('a matrix', () => {
  const axes = { rows: 'thing', columns: 'place' }
  const matrix = (moment = at('2025-06-01'), values = {}) =>
    matrixForm(moment, axes, {}, { edition: 3, part: { values } })

  test('tells of each cell what comes next, as the verdict does, and what also applies', () => {
    const form = matrix()
    form.rowValues.forEach((thing, x) => {
      form.columnValues.forEach((place, y) => {
        const verdict = asked({ thing, place })
        expect(form.cells[x]?.[y]).toBe(verdict.disposition)
        const next = verdict.next && { on: verdict.next.on, disposition: verdict.next.disposition }
        expect(form.next[x]?.[y], `${thing} ${place}`).toEqual(next)
        expect(form.duties[x]?.[y]).toEqual(verdict.duties)
      })
    })
    expect(form.cells.flat()).toContain('untracked')
  })

  test('of a group shows what it holds, and of a member the member', () => {
    const form = matrix(at('2025-06-01'), { thing: 'afloat', place: 'atlantis' })
    expect([form.rowValues, form.columnValues]).toEqual([['afloat', 'ship', 'radar'], ['atlantis']])
    expect(form.cells).toEqual([['mixed'], ['not_required'], ['untracked']])
    expect(form.next[1]).toEqual([{ on: '2026-01-01', disposition: 'not_required' }])
  })

  test('with a member fixed follows it', () => {
    const form = matrixForm(
      at('2025-06-01'),
      { rows: 'thing', columns: 'place' },
      { place: 'atlantis' },
      { edition: 3 },
    )
    expect(form.cells).toHaveLength(4)
  })

  test('as CSV stands what comes next and what also applies behind the answers, where there is any', () => {
    const [head, , ship, ...rest] = matrixCsv(matrix(at('2025-06-01', idea)))
      .slice(1)
      .trimEnd()
      .split('\r\n')
    expect(head).toBe('thing \\ place,near,far,near next,far next,far duties')
    expect(ship).toBe('ship,not_required,not_required,2026-09-01 permitted,2026-09-01 permitted,consent required')
    expect(rest.at(-1)).toContain('Assumed: idea in force from 2026-09-01')
  })
})

describe('a comparison', () => {
  const side = (on: string, assume?: Map<string, string>) => {
    const moment = at(on, assume)
    return { on, known: undefined, edition: undefined, number: 3, moment }
  }
  const compared = (from: string, to: string, assume?: Map<string, string>) => {
    const [a, b] = [side(from), side(to, assume)]
    const comparison = comparisonOf(a.moment, b.moment, {}, 'foreseen')
    return { comparison, form: comparisonForm({ from: a, to: b, values: {} }, comparison), b }
  }

  test('tells a duty more as tightening, and what comes next on either side', () => {
    const { form } = compared('2024-05-31', '2024-06-01')
    expect(form.directions).toEqual({ tightens: 1 })
    expect(form.differences[0]).toMatchObject({ change: 'paperwork', after: { duties: [{ rule: 'consent' }] } })
    const assumed = compared('2025-06-01', '2025-06-02', idea).form
    expect(assumed.assume).toEqual([{ change: 'idea', day: '2026-09-01' }])
    expect(assumed.directions).toEqual({ brings_forward: 4 })
    expect(assumed.differences[0]?.nexts).toMatchObject({
      before: { on: '2027-01-01', disposition: 'prohibited' },
      after: { on: '2026-09-01', disposition: 'permitted' },
    })
  })

  test('follows a member to where it stands on either day, under its name', () => {
    const question = { thing: 'ship', place: 'atlantis' }
    const moved = comparisonOf(at('2025-12-31'), at('2026-01-01'), question)
    expect(moved).toMatchObject({ cases: 1, count: 1, directions: { relaxes: 1 } })
    expect(moved.differences[0]).toMatchObject({ case: question, before: { duties: [{ rule: 'consent' }] } })
    expect(comparisonOf(at('2025-06-01'), at('2025-06-02'), question).count).toBe(0)
    const { differences } = comparisonOf(at('2024-06-01'), at('2025-06-01', idea), question)
    expect(differences).toEqual([])
    expect(comparisonOf(at('2025-01-01'), at('2026-02-01'), { place: 'atlantis' }).cases).toBe(3)
  })

  test('as CSV tells the same', () => {
    const { comparison } = compared('2025-06-01', '2025-06-02', idea)
    const csv = comparisonCsv(full.dossier, comparison, 'en', [{ change: 'idea', day: '2026-09-01' }])
    const [head, row] = csv.slice(1).split('\r\n')
    expect(head?.endsWith(',before duties,before next,after duties,after next')).toBe(true)
    expect(row).toBe(
      'ship,near,brings_forward,idea,not_required,arms,,not_required,arms,,,2027-01-01 prohibited,,2026-09-01 permitted',
    )
    expect(csv).toContain('Assumed: idea in force from 2026-09-01')
  })
})

test('answers are what the description of the API says', () => {
  const axes = { rows: 'thing', columns: 'place' }
  const moment = at('2025-06-01', idea)
  const comparison = comparisonOf(at('2020-01-01'), moment)
  const side = { on: moment.on, known: undefined, edition: undefined, number: 3, moment }
  const answers: [keyof typeof schemas, unknown][] = [
    ...(['ship', 'gun', 'radar', 'weapon', 'afloat'] as const).flatMap((thing) =>
      ['near', 'atlantis'].map((place): ['Verdict', unknown] => ['Verdict', asked({ thing, place }, moment)]),
    ),
    ['Verdict', asked({}, moment)],
    ['Verdict', asked({ thing: 'gun', place: 'near' }, at('2020-06-01'))],
    ['Matrix', matrixForm(moment, axes, {}, { edition: 3 })],
    ['Comparison', comparisonForm({ from: side, to: side, values: {} }, comparison)],
    ['Comparison', comparisonForm({ from: side, to: side, values: {} }, comparisonOf(at('2025-06-01'), moment))],
  ]
  for (const [name, answer] of answers) expect(unlike(schemas[name], sent(answer), schemas), name).toEqual([])
})
