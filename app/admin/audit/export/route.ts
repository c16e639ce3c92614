import { now } from '@/app/_server/clock'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { type AuditEntry, listAudit } from '@/db/queries/audit'
import { listUsers } from '@/db/queries/user'
import { csvRows, csvType, toCsv } from '@/lib/api/csv'
import { readAuditFilter } from '../filter'

export const dynamic = 'force-dynamic'

const pageSize = 500
const columns = ['at', 'by', 'name', 'action', 'subject', 'detail']

/** The audit log as CSV, as it is filtered; page by page, so that a long one needs no more memory than a short one. */
export async function GET(request: Request) {
  const { user } = await requireRole('admin', '')
  const { asked, filter, wrong } = readAuditFilter(new URL(request.url).searchParams)
  if (wrong.length > 0) return new Response(`${wrong.join(' and ')}: is no day: write 2026-11-29\n`, { status: 400 })
  const { db, write } = await database()
  await write((tx) =>
    writeAudit(tx, { at: now(), by: user.id, action: 'audit.export', subject: user.id, detail: asked }),
  )
  const people = new Map((await listUsers(db)).map(({ id, name }) => [id, name]))
  const row = ({ at, by, action, subject, detail }: AuditEntry) => [
    at,
    by,
    people.get(by) ?? null,
    action,
    subject,
    detail === null ? null : JSON.stringify(detail),
  ]
  let before: AuditEntry | undefined
  let isFirst = true
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const page = await listAudit(db, { ...filter, limit: pageSize, before })
      before = page.at(-1)
      const text = isFirst ? toCsv(columns, page.map(row)) : csvRows(page.map(row))
      isFirst = false
      if (text !== '') controller.enqueue(new TextEncoder().encode(text))
      if (page.length < pageSize) controller.close()
    },
  })
  return new Response(body, {
    headers: {
      'Content-Type': csvType,
      'Content-Disposition': 'attachment; filename="audit.csv"',
      'Cache-Control': 'no-store',
    },
  })
}
