import type { api } from '@/lib/addresses/api'
import { plainLanguage } from '@/lib/addresses/names'
import { comparisonCsv, comparisonForm } from '@/lib/api/comparison'
import { evidenceCsv } from '@/lib/api/evidence'
import { matrixCsv, matrixForm } from '@/lib/api/matrix'
import { positionsCsv, positionsForm } from '@/lib/api/positions'
import { contradictionForm, editionForm, toldForm } from '@/lib/api/records/entry-form'
import { recordForm } from '@/lib/api/records/record-form'
import { kindOfList, type RecordListName } from '@/lib/api/records/schemas'
import { type ToldList, toldBy } from '@/lib/api/records/told'
import { verdictForm } from '@/lib/api/verdict'
import fileExamples from '@/lib/content/file-form/examples.json'
import { type DossierRecords, type RecordKind, type RecordOf, recordSchemas, usualLocale } from '@/lib/model'
import { allContradictions, answerTo, comparisonOf, compileDossier, momentAt } from '@/lib/policy'
import { signedExample } from './signed-example'

/* Answers about the dossier of the examples of the file form, made by what makes all answers. */

const root = 'https://example.org'
const edition = 3
const on = '2026-11-25'

/** An operation of the API, by its name in the table of addresses. */
export type Operation = Exclude<keyof typeof api, 'openApi'>

const parsed = <K extends RecordKind>(kind: K): RecordOf[K] =>
  recordSchemas[kind].parse(fileExamples[kind as keyof typeof fileExamples]) as RecordOf[K]

/** The answer to each operation: JSON, or the text of a table. */
export function exampleAnswers(): Record<Operation, unknown> {
  const records: DossierRecords = {
    dossier: parsed('dossier'),
    rules: [parsed('rule')],
    changes: [parsed('change')],
    actors: [parsed('actor')],
    reports: [parsed('report')],
  }
  const source = parsed('source')
  const compiled = compileDossier(records, [source])
  const moment = momentAt(compiled, { on })
  const { dossier, reports } = records
  const [report = parsed('report')] = reports
  const question = dossier.featured?.[0] ?? {}
  const verdict = verdictForm(moment, question, answerTo(moment, question), { edition })
  const axes = { rows: dossier.matrix?.rows ?? '', columns: dossier.matrix?.columns ?? '' }
  const matrix = matrixForm(moment, axes, dossier.matrix?.fixed ?? {}, { edition })
  const before = momentAt(compiled, { on: '2024-01-01' })
  const comparison = comparisonOf(before, moment, {}, 'foreseen')
  const side = { known: undefined, edition: undefined, number: edition }
  const sides = { from: { ...side, on: '2024-01-01' }, to: { ...side, on, moment }, values: {} }
  const sources = new Map([[source.id, source]])
  const positions = positionsForm({ records, sources, discredited: compiled.discredited, edition }, {})
  const listed = (list: RecordListName) => {
    const kind = kindOfList[list]
    const data = parsed(kind)
    const place = { dossier: kind === 'source' ? '' : dossier.id, id: data.id, edition, data }
    return {
      edition,
      since: null,
      items: [recordForm(kind, place, { root, fields: undefined })],
      removed: [],
      next: null,
    }
  }
  const told = (list: ToldList) => ({
    edition,
    items: toldBy(report, list, {}).map((item) => toldForm(item, { dossier: dossier.id, edition, report }, root)),
    next: null,
  })
  const published = {
    number: edition,
    publishedAt: `${on}T09:00:00.000Z`,
    reason: 'A report of the parish herald',
    summary: { dossiers: [dossier.id], records: { report: { created: 1, updated: 0, removed: 0 } } },
  }
  const { signed, proof } = signedExample(
    [
      { key: { kind: 'report', dossier: dossier.id, id: report.id }, data: report },
      { key: { kind: 'source', dossier: '', id: source.id }, data: source },
    ],
    published,
    root,
  )
  return {
    verdict,
    evidenceTable: evidenceCsv(verdict, plainLanguage),
    matrix,
    matrixTable: matrixCsv(matrix),
    compare: comparisonForm(sides, comparison),
    compareTable: comparisonCsv(dossier, comparison, usualLocale, []),
    positions,
    positionsTable: positionsCsv(positions),
    search: searchOf(report.id, dossier.id, source.id),
    dossiers: listed('dossiers'),
    sources: listed('sources'),
    rules: listed('rules'),
    changes: listed('changes'),
    actors: listed('actors'),
    reports: listed('reports'),
    effects: told('effects'),
    toldPositions: told('positions'),
    expectations: told('expectations'),
    contradictions: {
      edition,
      items: allContradictions(moment).map((one) => contradictionForm(one, { dossier: dossier.id, root })),
      next: null,
    },
    editions: { edition, items: [editionForm(published, signed, root)], next: null },
    statement: signed,
    proof,
    events: {
      edition,
      items: [
        {
          ...{ id: 'a1b2c3d4e5f60718', kind: 'reported', dossier: dossier.id, edition, day: null },
          ...{ at: published.publishedAt, updated: published.publishedAt, data: { report: report.id } },
        },
      ],
      next: null,
    },
  }
}

const searchOf = (report: string, dossier: string, source: string) => ({
  ...{ q: 'leash', edition, total: 1, page: 1, pages: 1 },
  counts: [{ kind: 'report', dossier, hits: 1 }],
  terms: [],
  results: [
    {
      ...{ kind: 'report', dossier, id: report, day: on, source, sourcing: 'seen' },
      title: {
        language: plainLanguage,
        pieces: [
          { text: 'Dogs on the ', hit: false },
          { text: 'leash', hit: true },
        ],
      },
      snippets: [],
    },
  ],
})
