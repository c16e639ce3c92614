import { foreignKey, index, t, table, unique } from '@/db/dialect'
import { recordKinds } from '@/lib/model'
import { users } from './desk'

/* Working copies, and those that were thrown away. Public queries never read these tables. */

const workingCopy = {
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
  /** What it is called in lists, '' when it has no name yet: data may be large, and lists do not read it. */
  title: t.text().notNull().default(''),
  /** Length of `data` as it is stored, in UTF-8. */
  bytes: t.int().notNull().default(0),
  /** The key of the request that made it, and of the one that saved it last: either may come twice. */
  firstAttempt: t.text(),
  lastAttempt: t.text(),
}

/** One per record and author. */
export const drafts = table('drafts', workingCopy, (row) => [
  unique('drafts_of_author').on(row.kind, row.dossier, row.recordId, row.author),
  unique('drafts_of_attempt').on(row.author, row.firstAttempt),
  foreignKey({ name: 'drafts_author', columns: [row.author], foreignColumns: [users.id] }),
  index('drafts_by_author').on(row.author, row.updatedAt),
])

/** Drafts that were discarded, as they were; kept for a while, so that it can be undone. */
export const discardedDrafts = table(
  'discarded_drafts',
  { ...workingCopy, discardedBy: t.id().notNull(), discardedAt: t.instant().notNull() },
  (row) => [
    foreignKey({ name: 'discarded_drafts_author', columns: [row.author], foreignColumns: [users.id] }),
    index('discarded_drafts_by_author').on(row.author, row.discardedAt),
    index('discarded_drafts_by_time').on(row.discardedAt),
  ],
)
