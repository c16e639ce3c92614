import { foreignKey, index, primaryKey, t, table, unique } from '@/db/dialect'
import { users } from './desk'

/* How people come to the desk, beside their name and password (decision 34). */

/** `first-admin`: makes the first administrator; `invite`: a person chooses a first password; `reset`: another one. */
export const linkKinds = ['first-admin', 'invite', 'reset'] as const
export type LinkKind = (typeof linkKinds)[number]

/** One-time links that are open. Of one that was used the audit log tells. */
export const signInLinks = table(
  'sign_in_links',
  {
    id: t.id().primaryKey(),
    /** SHA-256 of the token that the link carries. */
    mark: t.text().notNull(),
    kind: t.oneOf(linkKinds).notNull(),
    /** Whose it is; null: of whoever becomes the first administrator. */
    userId: t.id(),
    createdAt: t.instant().notNull(),
    createdBy: t.id().notNull(),
    expiresAt: t.instant().notNull(),
    /** The token, sealed, until it was shown to who made the link. */
    sealed: t.text(),
    sealedBy: t.text(),
  },
  (row) => [
    unique('sign_in_links_by_mark').on(row.mark),
    index('sign_in_links_of_user').on(row.userId),
    foreignKey({ name: 'sign_in_links_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
  ],
)

/** The second factor of an account: what its authenticator app counts codes from (RFC 6238). */
export const totps = table(
  'totps',
  {
    userId: t.id().primaryKey(),
    /** The secret, sealed with the key of the server. */
    sealed: t.text().notNull(),
    sealedBy: t.text().notNull(),
    /** The step of the code that was used last: none of it or before it is taken again. */
    lastStep: t.int().notNull(),
    createdAt: t.instant().notNull(),
    /** null: it was begun, and no code was given yet. */
    confirmedAt: t.instant(),
    /** New recovery codes, sealed, until they were shown. */
    newCodes: t.text(),
  },
  (row) => [foreignKey({ name: 'totps_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade')],
)

/** Codes that stand in for the second factor, each once: SHA-256 of 80 random bits. What was used is gone. */
export const recoveryCodes = table(
  'recovery_codes',
  { mark: t.text().primaryKey(), userId: t.id().notNull() },
  (row) => [
    index('recovery_codes_of_user').on(row.userId),
    foreignKey({ name: 'recovery_codes_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
  ],
)

/** Passkeys (WebAuthn): the public half of each. */
export const passkeys = table(
  'passkeys',
  {
    /** The id of the credential, base64url. */
    id: t.id().primaryKey(),
    userId: t.id().notNull(),
    /** What its owner calls it. */
    name: t.text().notNull(),
    /** COSE, base64url. */
    publicKey: t.text().notNull(),
    /** How often it has signed, by its own count; 0 where it does not count. */
    counter: t.int().notNull(),
    transports: t.json<string[]>().notNull(),
    createdAt: t.instant().notNull(),
    lastUsedAt: t.instant(),
  },
  (row) => [
    index('passkeys_of_user').on(row.userId),
    foreignKey({ name: 'passkeys_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
  ],
)

/** Accounts at an identity provider, by which people sign in here: an administrator has said whose each is. */
export const identities = table(
  'identities',
  {
    issuer: t.text().notNull(),
    /** The `sub` of the provider. */
    subject: t.text().notNull(),
    userId: t.id().notNull(),
    createdAt: t.instant().notNull(),
    createdBy: t.id().notNull(),
    lastUsedAt: t.instant(),
  },
  (row) => [
    primaryKey({ columns: [row.issuer, row.subject] }),
    index('identities_of_user').on(row.userId),
    foreignKey({ name: 'identities_user', columns: [row.userId], foreignColumns: [users.id] }).onDelete('cascade'),
  ],
)
