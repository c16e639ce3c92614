import { foreignKey, index, primaryKey, t, table, unique } from '@/db/dialect'
import { roles } from '@/lib/auth/roles'
import { effectKinds, recordKinds, reportKinds, sourcings, stages, stances } from '@/lib/model'
import type { EditionSummary } from './edition-summary'

/*
 * Every table once, for both engines (design, section 6). Ids are text made by the application, days are `YYYY-MM-DD`,
 * instants ISO UTC; nothing is numbered or dated by the database. The table `search` is in the dialect.
 */

// --- Editions: what is public, and how it came to be ---------------------------------------------------------------

/** One row, `public`: the number of the current edition. Updating it is how publishers take turns. */
export const head = table('head', {
  id: t.id().primaryKey(),
  edition: t.int().notNull(),
})

/** One atomic publication each. Triggers refuse UPDATE and DELETE. */
export const editions = table('editions', {
  number: t.int().primaryKey(),
  publishedAt: t.instant().notNull(),
  by: t.id().notNull(),
  reason: t.text().notNull(),
  summary: t.json<EditionSummary>().notNull(),
})

/** Every published state of every record; data null: removed. Triggers refuse UPDATE and DELETE. */
export const revisions = table(
  'revisions',
  {
    kind: t.oneOf(recordKinds).notNull(),
    dossier: t.id().notNull(),
    id: t.id().notNull(),
    number: t.int().notNull(),
    edition: t.int().notNull(),
    ord: t.int().notNull(),
    data: t.json<unknown>(),
    by: t.id().notNull(),
    at: t.instant().notNull(),
    reason: t.text().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.kind, row.dossier, row.id, row.number] }),
    foreignKey({ name: 'revisions_edition', columns: [row.edition], foreignColumns: [editions.number] }),
    index('revisions_by_edition').on(row.edition),
    index('revisions_by_dossier').on(row.dossier, row.edition),
  ],
)

/** What is public now: the newest revision of each record that has not been removed. */
export const records = table(
  'records',
  {
    kind: t.oneOf(recordKinds).notNull(),
    dossier: t.id().notNull(),
    id: t.id().notNull(),
    revision: t.int().notNull(),
    edition: t.int().notNull(),
    ord: t.int().notNull(),
    data: t.json<unknown>().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.kind, row.dossier, row.id] }),
    index('records_in_order').on(row.dossier, row.kind, row.ord),
  ],
)

// --- Reports of every edition, flattened for lists and filters -------------------------------------------------------

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
  },
  (row) => [
    primaryKey({ columns: [row.dossier, row.id, row.edition] }),
    index('reports_of_dossier_by_day').on(row.dossier, row.until, row.day, row.id),
    index('reports_by_day').on(row.until, row.day, row.id, row.dossier),
    index('reports_of_source_by_day').on(row.source, row.dossier, row.until, row.day, row.id),
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

// --- The desk ---------------------------------------------------------------------------------------------------------

export const users = table(
  'users',
  {
    id: t.id().primaryKey(),
    login: t.text().notNull(),
    name: t.text().notNull(),
    role: t.oneOf(roles).notNull(),
    passwordHash: t.text(),
    mustChangePassword: t.bool().notNull(),
    createdAt: t.instant().notNull(),
    disabledAt: t.instant(),
  },
  (row) => [unique('users_login').on(row.login)],
)

export const sessions = table(
  'sessions',
  {
    id: t.id().primaryKey(),
    userId: t.id().notNull(),
    createdAt: t.instant().notNull(),
    lastSeenAt: t.instant().notNull(),
    expiresAt: t.instant().notNull(),
    revokedAt: t.instant(),
    userAgent: t.text().notNull(),
    address: t.text().notNull(),
  },
  (row) => [
    foreignKey({ name: 'sessions_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    index('sessions_of_user').on(row.userId),
  ],
)

/** Working copies: one per record and author. Public queries never read this table. */
export const drafts = table(
  'drafts',
  {
    id: t.id().primaryKey(),
    kind: t.oneOf(recordKinds).notNull(),
    dossier: t.id().notNull(),
    recordId: t.id().notNull(),
    author: t.id().notNull(),
    /** The published revision it was made from; null for a record that was not published. */
    baseRevision: t.int(),
    /** null: the record is to be removed. */
    data: t.json<unknown>(),
    version: t.int().notNull(),
    note: t.text(),
    createdAt: t.instant().notNull(),
    updatedAt: t.instant().notNull(),
  },
  (row) => [
    unique('drafts_of_author').on(row.kind, row.dossier, row.recordId, row.author),
    foreignKey({ name: 'drafts_author', columns: [row.author], foreignColumns: [users.id] }),
    index('drafts_by_author').on(row.author, row.updatedAt),
  ],
)

/** Who did what to what, and when; only ever added to. */
export const audit = table(
  'audit',
  {
    id: t.id().primaryKey(),
    at: t.instant().notNull(),
    by: t.id().notNull(),
    action: t.text().notNull(),
    subject: t.text().notNull(),
    detail: t.json<unknown>(),
  },
  (row) => [index('audit_by_time').on(row.at, row.id)],
)

/** What is still to be told to others; written in the same transaction as what happened. */
export const outbox = table(
  'outbox',
  {
    id: t.id().primaryKey(),
    topic: t.text().notNull(),
    payload: t.json<unknown>().notNull(),
    createdAt: t.instant().notNull(),
    doneAt: t.instant(),
  },
  (row) => [index('outbox_by_time').on(row.createdAt, row.id)],
)

/** Attempts within a window of time, by what they have in common: an account and an address, an address alone. */
export const attempts = table('attempts', {
  key: t.text().primaryKey(),
  taken: t.int().notNull(),
  until: t.instant().notNull(),
})
