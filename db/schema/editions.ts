import { foreignKey, index, primaryKey, t, table } from '@/db/dialect'
import type { EditionSummary } from '@/lib/events/edition-summary'
import { recordKinds } from '@/lib/model'

/* Editions: what is public, and how it came to be. */

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
    index('revisions_by_edition').on(row.edition, row.kind, row.dossier, row.id),
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
