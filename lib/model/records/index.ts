import type { z } from 'zod'
import type { RecordKind } from '../words'
import { type Dossier, dossierSchema } from './dossier'
import { type Report, reportSchema } from './report'
import { type Change, changeSchema, type Rule, ruleSchema } from './rule'
import { type Site, siteSchema } from './site'
import { type Actor, actorSchema, type Source, sourceSchema } from './who'

export * from './dossier'
export { addressSchema, type Terms } from './fields'
export * from './report'
export * from './rule'
export * from './site'
export * from './who'

/*
 * One schema per record, the only definition: files, drafts, revisions, API and forms use it (model, section 3).
 * A field with a default may be left out; the file form leaves it out again.
 */
export const recordSchemas = {
  dossier: dossierSchema,
  source: sourceSchema,
  actor: actorSchema,
  rule: ruleSchema,
  change: changeSchema,
  report: reportSchema,
  site: siteSchema,
} satisfies Record<RecordKind, z.ZodType>

export interface RecordOf {
  dossier: Dossier
  source: Source
  actor: Actor
  rule: Rule
  change: Change
  report: Report
  site: Site
}
export type AnyRecord = RecordOf[RecordKind]

/** The lists in which every report stands, for lists are long and asked for often; no list is changed once it is made. */
const allStanding = new WeakSet<readonly Report[]>()

const stands = ({ retracted }: Report): boolean => retracted === undefined

/** A retracted report stays as a record that says so, and counts for nothing. Where all stand it is the list itself. */
export function standingReports(reports: readonly Report[]): Report[] {
  if (!allStanding.has(reports)) {
    if (!reports.every(stands)) return reports.filter(stands)
    allStanding.add(reports)
  }
  return reports as Report[]
}

/** Notes of a list how it differs from one before it: where all of that stood, only what has come is looked at. */
export function standsAfter(reports: readonly Report[], before: readonly Report[], come: readonly Report[]): void {
  if (allStanding.has(before) && come.every(stands)) allStanding.add(reports)
}

/** The publishers that a report names, its own first. */
export const sourcesNamed = (report: Report): string[] => [
  report.source,
  ...[...report.attribution, ...report.effects.flatMap((effect) => effect.attribution)].flatMap(
    (link) => link.source ?? [],
  ),
]

/** All records of one dossier, as they are compiled, validated and exported together. */
export interface DossierRecords {
  dossier: Dossier
  rules: Rule[]
  changes: Change[]
  actors: Actor[]
  reports: Report[]
}
