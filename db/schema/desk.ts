import { foreignKey, index, primaryKey, t, table, unique } from '@/db/dialect'
import { roles, siteRoles } from '@/lib/auth/roles'

/* The desk: who works there, on what, and what they did. */

export const users = table(
  'users',
  {
    id: t.id().primaryKey(),
    login: t.text().notNull(),
    name: t.text().notNull(),
    /** For the whole site; `none`: only where a dossier gives one. */
    role: t.oneOf(siteRoles).notNull(),
    passwordHash: t.text(),
    mustChangePassword: t.bool().notNull(),
    createdAt: t.instant().notNull(),
    disabledAt: t.instant(),
  },
  (row) => [unique('users_login').on(row.login)],
)

/** Roles for one dossier, beside the one for the site: the higher of the two counts. */
export const dossierRoles = table(
  'dossier_roles',
  { userId: t.id().notNull(), dossier: t.id().notNull(), role: t.oneOf(roles).notNull() },
  (row) => [
    primaryKey({ columns: [row.userId, row.dossier] }),
    foreignKey({ name: 'dossier_roles_user', columns: [row.userId], foreignColumns: [users.id] }),
  ],
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
    /** When its user last proved who they are; null: when it began. */
    provedAt: t.instant(),
  },
  (row) => [
    foreignKey({ name: 'sessions_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
    index('sessions_of_user').on(row.userId),
  ],
)

/** Who did what to what, and when; only ever added to. Triggers refuse UPDATE and DELETE. */
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
  (row) => [
    index('audit_by_time').on(row.at, row.id),
    index('audit_by_person').on(row.by, row.at),
    index('audit_by_subject').on(row.subject, row.at),
  ],
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
