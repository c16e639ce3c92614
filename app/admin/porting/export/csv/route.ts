import { Readable } from 'node:stream'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { readPublicDossier } from '@/db/queries/porting/public-content'
import { csvType } from '@/lib/api/csv'
import { csvRowKinds } from '@/lib/porting/csv/fields'
import { writeCsv } from '@/lib/porting/csv/write'

export const dynamic = 'force-dynamic'

/** The reports of a dossier, or their positions, as CSV that the import takes back. */
export async function GET(request: Request) {
  const { user } = await requireRole('reviewer', new URL(request.url).searchParams.get('dossier') ?? '')
  const asked = new URL(request.url).searchParams
  const rows = csvRowKinds.find((kind) => kind === asked.get('rows'))
  const { db, write } = await database()
  const dossier = asked.get('dossier') ?? ''
  const found = rows && (await readPublicDossier(db, dossier))
  const [records] = found?.content.dossiers ?? []
  if (!found || !records) return new Response(`${(await deskWords())('porting.noDossier')}\n`, { status: 404 })
  const subject = `edition ${found.edition}`
  const detail = { form: 'csv', dossier, rows }
  await write((tx) => writeAudit(tx, { at: now(), by: user.id, action: 'export', subject, detail }))
  return new Response(Readable.toWeb(Readable.from(writeCsv(records, rows))) as ReadableStream, {
    headers: {
      'Content-Type': csvType,
      'Content-Disposition': `attachment; filename="${dossier}-${rows}-edition-${found.edition}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
