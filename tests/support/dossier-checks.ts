import { expect } from 'vitest'
import { type ContentTree, readContent } from '@/lib/content'
import { type DossierRecords, leavesOf } from '@/lib/model'
import { type Compiled, compileDossier } from '@/lib/policy'

export interface CommittedDossier {
  content: ContentTree
  records: DossierRecords
  compiled: Compiled
}

/** A dossier of the committed content, read and compiled. */
export async function committedDossier(id: string): Promise<CommittedDossier> {
  const read = await readContent('content')
  if (!read.ok) throw new Error(read.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  const records = read.content.dossiers.find(({ dossier }) => dossier.id === id)
  if (!records) throw new Error(`the dossier ${id} is missing`)
  return { content: read.content, records, compiled: compileDossier(records) }
}

const inBoth = (text: unknown) => typeof text === 'object' && text !== null && 'en' in text && 'ja' in text

/** Everything that is named has its name in English and in Japanese. */
export function expectNamesInBothLanguages({ dossier, rules, changes, actors }: DossierRecords): void {
  expect(inBoth(dossier.title)).toBe(true)
  for (const { id, name, values } of dossier.dimensions) {
    expect(inBoth(name), id).toBe(true)
    for (const leaf of values.flatMap(leavesOf)) expect(inBoth(leaf.name), leaf.id).toBe(true)
  }
  for (const { id, title } of [...rules, ...changes]) expect(inBoth(title), id).toBe(true)
  for (const { id, name } of actors) expect(inBoth(name), id).toBe(true)
}

/** Every publisher of the content is named by some report, as its source or in a chain of attribution. */
export function expectPublishersUsed({ sources, dossiers }: ContentTree): void {
  const used = new Set(
    dossiers.flatMap(({ reports }) =>
      reports.flatMap((report) => [
        report.source,
        ...[...report.attribution, ...report.effects.flatMap((effect) => effect.attribution)].map(
          (link) => link.source,
        ),
      ]),
    ),
  )
  expect(sources.filter(({ id }) => !used.has(id)).map(({ id }) => id)).toEqual([])
}

/** Every report has a summary of its own, and nothing unseen is quoted. */
export function expectSummaries({ reports }: DossierRecords): void {
  expect(reports.filter(({ summary }) => summary.length < 40).map(({ id }) => id)).toEqual([])
  for (const report of reports.filter(({ sourcing }) => sourcing === 'unseen'))
    expect(
      report.effects.some(({ quote }) => quote),
      report.id,
    ).toBe(false)
}

/** No report disputes a change of which it tells a step itself. */
export function expectNoReportAgainstItself({ reports }: DossierRecords): void {
  const told = reports.flatMap(({ id, effects }) =>
    effects
      .filter((effect) => effect.kind === 'disputes')
      .filter(({ change }) => effects.some((effect) => effect.kind === 'moves' && effect.change === change))
      .map(({ change }) => [id, change]),
  )
  expect(told).toEqual([])
}
