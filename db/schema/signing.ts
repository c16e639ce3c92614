import { foreignKey, primaryKey, t, table } from '@/db/dialect'
import { recordKinds } from '@/lib/model'
import type { TreePart } from '@/lib/signing/tree'
import { editions } from './editions'

/* Signed editions: what is signed, and the tree that it is the root of. All of it is only added to. */

/** The public keys that have signed, from which edition on. Triggers refuse UPDATE and DELETE. */
export const signingKeys = table('signing_keys', {
  /** The thumbprint (RFC 7638). */
  id: t.id().primaryKey(),
  /** The 32 bytes as base64url. */
  x: t.text().notNull(),
  since: t.int().notNull(),
})

/** What is signed of each edition since the first that was. Triggers refuse UPDATE and DELETE. */
export const statements = table(
  'statements',
  {
    edition: t.int().primaryKey(),
    /** The very text that is signed. */
    statement: t.text().notNull(),
    signature: t.text().notNull(),
    key: t.id().notNull(),
    /** The tree of the edition; null: nothing was public. */
    tree: t.json<TreePart>(),
  },
  (row) => [
    foreignKey({ name: 'statements_edition', columns: [row.edition], foreignColumns: [editions.number] }),
    foreignKey({ name: 'statements_key', columns: [row.key], foreignColumns: [signingKeys.id] }),
  ],
)

/** The hash of each revision since the first signed edition, by the place of its record in the tree; hash null: removed. */
export const leaves = table(
  'leaves',
  {
    place: t.text().notNull(),
    edition: t.int().notNull(),
    kind: t.oneOf(recordKinds).notNull(),
    dossier: t.id().notNull(),
    id: t.id().notNull(),
    revision: t.int().notNull(),
    hash: t.text(),
  },
  (row) => [primaryKey({ columns: [row.place, row.edition] })],
)

/** Branches that hold many records, as they have been since an edition. */
export const branches = table(
  'branches',
  {
    /** As `spelledPlaces` writes it. */
    places: t.text().notNull(),
    edition: t.int().notNull(),
    hash: t.text().notNull(),
    left: t.json<TreePart>().notNull(),
    right: t.json<TreePart>().notNull(),
  },
  (row) => [primaryKey({ columns: [row.places, row.edition] })],
)
