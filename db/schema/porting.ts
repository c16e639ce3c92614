import { foreignKey, index, primaryKey, t, table } from '@/db/dialect'
import type { CsvPlan } from '@/lib/porting/csv/plan'
import { users } from './desk'

/* What was sent to be imported, until somebody has taken it, at most for a day: any node can go on with it, and a restart loses nothing. */

export const uploads = table(
  'uploads',
  {
    id: t.id().primaryKey(),
    author: t.id().notNull(),
    /** What the file was called where it came from. */
    name: t.text().notNull(),
    /** Its length; null while it is still coming. */
    bytes: t.int(),
    at: t.instant().notNull(),
    /** How the columns of a CSV file are read; null of a zip. */
    plan: t.json<CsvPlan>(),
  },
  (row) => [
    foreignKey({ name: 'uploads_author', columns: [row.author], foreignColumns: [users.id] }),
    index('uploads_by_time').on(row.at),
  ],
)

/** Its bytes in base64, a row for each part: no statement has to carry all of a large file. */
export const uploadParts = table(
  'upload_parts',
  { uploadId: t.id().notNull(), place: t.int().notNull(), text: t.text().notNull() },
  (row) => [
    primaryKey({ columns: [row.uploadId, row.place] }),
    foreignKey({ name: 'upload_parts_upload', columns: [row.uploadId], foreignColumns: [uploads.id] }).onDelete(
      'cascade',
    ),
  ],
)
