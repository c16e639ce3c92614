import { getURLFromRedirectError } from 'next/dist/client/components/redirect'
import { isRedirectError } from 'next/dist/client/components/redirect-error'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { beginUpload, dropUpload, finishUpload, keepPart, partBytes } from '@/db/commands/porting/upload'
import { uploadPartsOf } from '@/db/queries/porting/upload'
import { isSameOrigin } from '@/lib/auth/origin'
import { csvRowKinds } from '@/lib/porting/csv/fields'
import { type CsvPlan, guessPlan } from '@/lib/porting/csv/plan'
import { CsvRefusedError } from '@/lib/porting/csv/rows'
import { receiveFile, UnreceivedError } from './receive'

export const dynamic = 'force-dynamic'

/** Leads on by GET: whoever sent a form must not send it again to where they are led. */
const seeOther = (to: string) =>
  new Response(null, { status: 303, headers: { Location: to, 'Cache-Control': 'no-store' } })

function leadOn(error: unknown): Response {
  if (!isRedirectError(error)) throw error
  return seeOther(getURLFromRedirectError(error))
}

/** The plan of a CSV file, as the form around it says what it holds; null of a zip. Throws `CsvRefusedError`, and what leads back. */
async function planOf(upload: string, fields: ReadonlyMap<string, string>): Promise<CsvPlan | null> {
  const rows = csvRowKinds.find((kind) => kind === fields.get('rows'))
  if (rows === undefined) return null
  const dossier = fields.get('dossier') ?? ''
  if (!(await findDossier(dossier))) throw new UnreceivedError('dossier')
  const { db } = await database()
  return guessPlan(() => uploadPartsOf(db, upload), { rows, dossier })
}

/**
 * Takes a file to be imported, keeps it part by part, and leads to the page that shows what it would change; of a CSV to the one
 * that asks what its columns are.
 */
export async function POST(request: Request) {
  const signedIn = await requireRole('editor', '').catch(leadOn)
  if (signedIn instanceof Response) return signedIn
  if (!isSameOrigin(request.headers)) return seeOther('/admin/porting?said=foreign')
  const { user } = signedIn
  const { write } = await database()
  let [upload, called] = ['', '']
  const taker = {
    partBytes,
    begin: async (name: string) => {
      called = name
      upload = await write((tx) => beginUpload(tx, { author: user.id, name, at: now() }))
    },
    keep: (part: Buffer, place: number) => write((tx) => keepPart(tx, { upload, place, bytes: part })),
  }
  try {
    const { bytes, fields } = await receiveFile(request, taker, (await deskWords())('porting.csv.pastedName'))
    const plan = await planOf(upload, fields)
    await write((tx) => finishUpload(tx, { upload, name: called, bytes, by: user.id, at: now(), plan }))
    return seeOther(plan ? `/admin/porting/${upload}/columns` : `/admin/porting/${upload}`)
  } catch (error) {
    if (upload !== '') await write((tx) => dropUpload(tx, upload)).catch(() => undefined)
    if (error instanceof CsvRefusedError)
      return seeOther(`/admin/porting?${new URLSearchParams({ csv: error.fault, line: String(error.line) })}`)
    if (!(error instanceof UnreceivedError)) throw error
    return seeOther(`/admin/porting?said=${error.why}`)
  }
}

/** Whoever opens the address itself is led to the form. */
export async function GET() {
  await requireRole('editor', '')
  return seeOther('/admin/porting')
}
