import { expect } from 'vitest'
import { type ContentTree, readContent } from '@/lib/content'
import { type DossierRecords, walkValues } from '@/lib/model'
import { type Compiled, compileDossier } from '@/lib/policy'

export interface LoadedDossier {
  content: ContentTree
  records: DossierRecords
  compiled: Compiled
}

/** A dossier of this very site, as the tests of its content ask it. */
export async function loadDossier(id: string): Promise<LoadedDossier> {
  const read = await readContent('content')
  if (!read.ok) throw new Error(read.problems.map(({ file, line, message }) => `${file}:${line} ${message}`).join('\n'))
  const records = read.content.dossiers.find(({ dossier }) => dossier.id === id)
  if (!records) throw new Error(`the dossier ${id} is missing`)
  return { content: read.content, records, compiled: compileDossier(records) }
}

const inBoth = (text: unknown) => typeof text === 'object' && text !== null && 'en' in text && 'ja' in text

/** Everything that is named has a name in English and in Japanese. */
export function expectNamesInBothLanguages({ dossier, rules, changes, actors }: DossierRecords): void {
  const named: [string, unknown][] = [
    ['title', dossier.title],
    ['question', dossier.question],
    ['summary', dossier.summary],
    ...dossier.dimensions.flatMap(({ id, name, values }): [string, unknown][] => [
      [id, name],
      ...[...walkValues(values)].map(({ value }): [string, unknown] => [value.id, value.name]),
    ]),
    ...[...rules, ...changes].map(({ id, title }): [string, unknown] => [id, title]),
    ...changes.flatMap(({ id, alterations }) =>
      alterations.flatMap(({ conditions }) => conditions.map((text): [string, unknown] => [id, text])),
    ),
    ...actors.map(({ id, name }): [string, unknown] => [id, name]),
  ]
  expect(named.filter(([, text]) => !inBoth(text)).map(([id]) => id)).toEqual([])
}

/** Every publisher that is listed stands behind some report, whichever dossier it is in. */
export function expectEveryPublisherUsed({ dossiers, sources }: ContentTree): void {
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

/** Every report has a summary of its own, and none shows unseen material as sourced. */
export function expectSoundReports({ reports }: DossierRecords): void {
  expect(reports.filter(({ summary }) => summary.length < 40).map(({ id }) => id)).toEqual([])
  const unseen = reports.filter(({ sourcing }) => sourcing === 'unseen')
  expect(unseen.filter(({ effects }) => effects.some(({ quote }) => quote)).map(({ id }) => id)).toEqual([])
}
