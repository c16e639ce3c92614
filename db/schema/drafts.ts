import { foreignKey, index, primaryKey, t, table, unique } from '@/db/dialect'
import type { Answers } from '@/lib/forms/beginning/answers'
import { recordKinds } from '@/lib/model'
import type { AskedDraft } from '../asked-draft'
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
  /** It may not be published before this instant; null: whenever one likes. */
  embargo: t.instant(),
  /** Who has last changed its text; null: its author. */
  savedBy: t.id(),
}

/** Where a draft stands on its way to readers. Saving it takes it back to the first. */
export const draftStates = ['draft', 'in-review', 'approved'] as const
export type DraftState = (typeof draftStates)[number]

/** One per record and author. */
export const drafts = table(
  'drafts',
  {
    ...workingCopy,
    state: t.oneOf(draftStates).notNull().default('draft'),
    /** Who brought it to its state, and when; null while it was never handed in. */
    stateBy: t.id(),
    stateAt: t.instant(),
  },
  (row) => [
    unique('drafts_of_author').on(row.kind, row.dossier, row.recordId, row.author),
    unique('drafts_of_attempt').on(row.author, row.firstAttempt),
    foreignKey({ name: 'drafts_author', columns: [row.author], foreignColumns: [users.id] }),
    index('drafts_by_author').on(row.author, row.updatedAt),
    index('drafts_by_state').on(row.state, row.updatedAt),
  ],
)

/** The article that a report is made of, pasted or fetched: for those who may edit the draft, and gone with it. */
export const pastedTexts = table(
  'pasted_texts',
  {
    draftId: t.id().primaryKey(),
    /** Plain text with line breaks, without markup. */
    text: t.text().notNull(),
    /** Where it was fetched; null: it was pasted. */
    address: t.text(),
    at: t.instant().notNull(),
  },
  (row) => [
    foreignKey({ name: 'pasted_texts_draft', columns: [row.draftId], foreignColumns: [drafts.id] }).onDelete('cascade'),
  ],
)

/** Who has a draft open, and when they were last seen there. */
export const draftVisits = table(
  'draft_visits',
  { draftId: t.id().notNull(), userId: t.id().notNull(), seenAt: t.instant().notNull() },
  (row) => [
    primaryKey({ columns: [row.draftId, row.userId] }),
    foreignKey({ name: 'draft_visits_draft', columns: [row.draftId], foreignColumns: [drafts.id] }).onDelete('cascade'),
  ],
)

/** What was said of a draft, at one of its fields ('' : of the whole). Kept when the draft is gone. */
export const comments = table(
  'comments',
  {
    id: t.id().primaryKey(),
    draftId: t.id().notNull(),
    kind: t.oneOf(recordKinds).notNull(),
    dossier: t.id().notNull(),
    recordId: t.id().notNull(),
    field: t.text().notNull(),
    text: t.text().notNull(),
    by: t.id().notNull(),
    at: t.instant().notNull(),
    resolvedBy: t.id(),
    resolvedAt: t.instant(),
  },
  (row) => [
    index('comments_of_draft').on(row.draftId, row.at),
    index('comments_of_record').on(row.kind, row.dossier, row.recordId, row.at),
  ],
)

/** Why somebody is told of something. */
export const noticeKinds = [
  'handed-in',
  'sent-back',
  'approved',
  'commented',
  'taken-over',
  'handed-on',
  'discarded',
  'published',
  'held',
] as const
export type NoticeKind = (typeof noticeKinds)[number]

/** What one person is told at the desk. */
export const notices = table(
  'notices',
  {
    id: t.id().primaryKey(),
    userId: t.id().notNull(),
    kind: t.oneOf(noticeKinds).notNull(),
    /** Who did it. */
    by: t.id().notNull(),
    at: t.instant().notNull(),
    draftId: t.id(),
    /** What the draft was called then. */
    title: t.text().notNull(),
    text: t.text(),
    readAt: t.instant(),
  },
  (row) => [
    foreignKey({ name: 'notices_user', columns: [row.userId], foreignColumns: [users.id] }),
    index('notices_of_user').on(row.userId, row.at),
  ],
)

export const scheduleStates = ['waiting', 'published', 'held', 'cancelled'] as const
export type ScheduleState = (typeof scheduleStates)[number]

/** Publications at a set time: which drafts, in which versions, and what became of it. */
export const schedules = table(
  'schedules',
  {
    id: t.id().primaryKey(),
    /** The instant; worked out of `localTime` in `zone`. */
    due: t.instant().notNull(),
    /** As it was set, `YYYY-MM-DDTHH:MM` in `zone`. */
    localTime: t.text().notNull(),
    zone: t.text().notNull(),
    drafts: t.json<AskedDraft[]>().notNull(),
    reason: t.text().notNull(),
    by: t.id().notNull(),
    createdAt: t.instant().notNull(),
    state: t.oneOf(scheduleStates).notNull(),
    settledAt: t.instant(),
    /** The edition that came of it. */
    edition: t.int(),
    /** Why it was held, in words. */
    held: t.text(),
  },
  (row) => [index('schedules_by_state').on(row.state, row.due)],
)

/** The answers with which somebody begins a dossier, or a rule of one, until they are drafts: one beginning of each per person. */
export const beginnings = table(
  'beginnings',
  {
    author: t.id().notNull(),
    // The dossier to which a rule is to come; '' : the answers begin a dossier.
    dossier: t.id().notNull().default(''),
    answers: t.json<Answers>().notNull(),
    version: t.int().notNull(),
    updatedAt: t.instant().notNull(),
  },
  (row) => [
    primaryKey({ columns: [row.author, row.dossier] }),
    foreignKey({ name: 'beginnings_author', columns: [row.author], foreignColumns: [users.id] }),
  ],
)

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
