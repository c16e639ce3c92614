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
export {
  placeById,
  renamedReports,
  reportsById,
  reportsNamed,
  standingReports,
  withReports,
} from './report-list'
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
