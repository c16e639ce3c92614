import { foreignKey, index, primaryKey, t, table } from '@/db/dialect'
import { effectKinds, reportKinds, sourcings, stages, stances } from '@/lib/model'

/* Reports of every edition, flattened for lists and filters. */

export const correctionVerbs = ['corrected', 'retracted'] as const
export type CorrectionVerb = (typeof correctionVerbs)[number]

/** In place of a position: the report carries no note of this correction, the reason of its edition is the note. */
export const byReason = -1

/**
 * A state of a report from the edition that brought it up to, not including, `until`: the edition that changed or removed
 * it, or `open` while it is public. Made of the revisions, and made anew from them after a migration (`reindex`).
 */
export const reports = table(
  'reports',
  {
    dossier: t.id().notNull(),
    id: t.id().notNull(),
    edition: t.int().notNull(),
    until: t.int().notNull(),
    revision: t.int().notNull(),
    /** The day it sorts by: its day of publication in the dossier's time zone. */
    day: t.day().notNull(),
    published: t.text().notNull(),
    source: t.id().notNull(),
    kind: t.oneOf(reportKinds).notNull(),
    sourcing: t.oneOf(sourcings).notNull(),
    /** Nothing that it tells holds; lists leave it out unless asked for. */
    discredited: t.bool().notNull().default(false),
    /** What it is called, in small letters: for the desk to sort by. */
    title: t.text().notNull().default(''),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.id, row.edition] }),
    index('reports_of_dossier_by_edition').on(row.dossier, row.until, row.edition, row.id),
    index('reports_by_edition').on(row.until, row.edition, row.id, row.dossier),
    index('reports_of_dossier_by_title').on(row.dossier, row.until, row.title, row.id),
    index('reports_by_title').on(row.until, row.title, row.id, row.dossier),
    index('reports_of_dossier_by_day').on(row.dossier, row.until, row.day, row.id),
    index('reports_by_day').on(row.until, row.day, row.id, row.dossier),
    index('reports_of_source_by_day').on(row.source, row.dossier, row.until, row.day, row.id),
    index('reports_of_source_anywhere').on(row.source, row.until, row.day, row.id, row.dossier),
  ],
)

/**
 * Public notes: which revision of a report carries a correction that the one before did not, retracted it, or changed what it
 * says without a note. Made of the revisions like `reports`.
 */
export const corrections = table(
  'corrections',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    revision: t.int().notNull(),
    edition: t.int().notNull(),
    verb: t.oneOf(correctionVerbs).notNull(),
    /** Which of the report's corrections, or `byReason`; 0 for a retraction. */
    position: t.int().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.revision, row.verb, row.position] }),
    index('corrections_by_edition').on(row.edition, row.dossier, row.report),
  ],
)

/** How many reports of each month are public now, so that the head of a long timeline need not count them. */
export const months = table(
  'months',
  {
    dossier: t.id().notNull(),
    /** `YYYY-MM` */
    month: t.text().notNull(),
    reports: t.int().notNull(),
  },
  (row) => [primaryKey({ columns: [row.dossier, row.month] })],
)

export const effects = table(
  'effects',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    edition: t.int().notNull(),
    position: t.int().notNull(),
    change: t.id().notNull(),
    kind: t.oneOf(effectKinds).notNull(),
    stage: t.oneOf(stages),
    on: t.day().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.edition, row.position] }),
    foreignKey({
      name: 'effects_report',
      columns: [row.dossier, row.report, row.edition],
      foreignColumns: [reports.dossier, reports.id, reports.edition],
    }).onDelete('cascade'),
    index('effects_of_change').on(row.dossier, row.change, row.report),
  ],
)

export const positions = table(
  'positions',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    edition: t.int().notNull(),
    position: t.int().notNull(),
    actor: t.id().notNull(),
    change: t.id().notNull(),
    stance: t.oneOf(stances).notNull(),
    on: t.day().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.edition, row.position] }),
    foreignKey({
      name: 'positions_report',
      columns: [row.dossier, row.report, row.edition],
      foreignColumns: [reports.dossier, reports.id, reports.edition],
    }).onDelete('cascade'),
    index('positions_of_actor').on(row.dossier, row.actor, row.report),
    index('positions_of_change').on(row.dossier, row.change, row.report),
  ],
)

export const expectations = table(
  'expectations',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    edition: t.int().notNull(),
    position: t.int().notNull(),
    change: t.id().notNull(),
    stage: t.oneOf(stages).notNull(),
    from: t.day(),
    until: t.day(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.edition, row.position] }),
    foreignKey({
      name: 'expectations_report',
      columns: [row.dossier, row.report, row.edition],
      foreignColumns: [reports.dossier, reports.id, reports.edition],
    }).onDelete('cascade'),
    index('expectations_of_change').on(row.dossier, row.change, row.report),
  ],
)

export const relations = table(
  'relations',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    edition: t.int().notNull(),
    related: t.id().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.edition, row.related] }),
    foreignKey({
      name: 'relations_report',
      columns: [row.dossier, row.report, row.edition],
      foreignColumns: [reports.dossier, reports.id, reports.edition],
    }).onDelete('cascade'),
    index('relations_back').on(row.dossier, row.related, row.report),
  ],
)

export const subjectKinds = ['change', 'actor'] as const
export type SubjectKind = (typeof subjectKinds)[number]

/**
 * What each state of a report speaks of: every change that it tells of in any way, every actor whose position it tells. With what the
 * desk sorts by beside it, so that a page of the list is found in an index however many reports there are.
 */
export const subjects = table(
  'subjects',
  {
    dossier: t.id().notNull(),
    report: t.id().notNull(),
    edition: t.int().notNull(),
    kind: t.oneOf(subjectKinds).notNull(),
    subject: t.id().notNull(),
    until: t.int().notNull(),
    day: t.day().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.report, row.edition, row.kind, row.subject] }),
    foreignKey({
      name: 'subjects_report',
      columns: [row.dossier, row.report, row.edition],
      foreignColumns: [reports.dossier, reports.id, reports.edition],
    }).onDelete('cascade'),
    index('subjects_by_day').on(row.kind, row.subject, row.until, row.day, row.report, row.dossier),
    index('subjects_by_edition').on(row.kind, row.subject, row.until, row.edition, row.report, row.dossier),
  ],
)
