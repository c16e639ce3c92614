import { Readable } from 'node:stream'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { writeAudit } from '@/db/commands/audit'
import { readPublic, readPublicDossier } from '@/db/queries/porting/public-content'
import { proofOfAll, proofOfDossier } from '@/db/queries/signing/proof'
import { writeContent } from '@/lib/content'
import { packZip } from '@/lib/porting/pack'
import { proofFile, proofText } from '@/lib/signing/proof'

export const dynamic = 'force-dynamic'

/** A zip of what is public, in the file form: the whole site, or the dossier that is named. */
export async function GET(request: Request) {
  const { user } = await requireRole('reviewer', new URL(request.url).searchParams.get('dossier') ?? '')
  const dossier = new URL(request.url).searchParams.get('dossier') ?? ''
  const { db, write } = await database()
  const found = dossier === '' ? await readPublic(db) : await readPublicDossier(db, dossier)
  if (!found) return new Response(`${(await deskWords())('porting.noDossier')}\n`, { status: 404 })
  const subject = `edition ${found.edition}`
  const detail = { form: 'zip', dossier: dossier || null }
  await write((tx) => writeAudit(tx, { at: now(), by: user.id, action: 'export', subject, detail }))
  const files = writeContent(found.content)
  const proof = dossier === '' ? await proofOfAll(db, found) : await proofOfDossier(db, found)
  if (proof) files.set(proofFile, proofText(proof))
  return new Response(Readable.toWeb(packZip(files)) as ReadableStream, {
    headers: {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${dossier || 'site'}-edition-${found.edition}.zip"`,
      'Cache-Control': 'no-store',
    },
  })
}
