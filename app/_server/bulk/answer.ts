import 'server-only'
import fresh from 'fresh'
import { makeSqlite } from '@/db/bulk/made-file'
import { BadParameter } from '@/lib/asking/refusal'
import { bodyOf } from '@/lib/bulk/body'
import { forms } from '@/lib/bulk/forms'
import { AllTurnsTakenError } from '@/lib/bulk/turns'
import { revalidated } from '@/lib/press/gate/headers'
import { parseSettings } from '@/lib/settings'
import { refuse } from '../api'
import { type AskedBulk, askedOf, nameOfFile } from './asked'
import { digestName, packagePieces } from './package'
import { digested, piecesOf } from './stream'

/** Seconds after which one may ask again for a file that as many wait for as may. */
const later = '60'

/** Answers with a file in bulk, of one dossier or of all; it is made as the reader takes it. */
export async function bulkAnswer(
  request: Request,
  what: { dossier?: string | undefined; name: string },
): Promise<Response> {
  try {
    const asked = await askedOf(request, { dossier: what.dossier, name: what.name })
    return asked instanceof Response ? asked : await answer(request, asked)
  } catch (error) {
    if (error instanceof BadParameter) return refuse(400, error.message, error.parameter)
    // Nobody is there to read an answer.
    if (request.signal.aborted) return new Response(null, { status: 503 })
    if (!(error instanceof AllTurnsTakenError)) throw error
    const refusal = refuse(503, 'So many files are being made that this one has to wait: ask again later.')
    refusal.headers.set('retry-after', later)
    return refusal
  }
}

async function answer(request: Request, asked: AskedBulk): Promise<Response> {
  const { file, source, edition, stampOf } = asked
  const etag = `"${stampOf(file)}"`
  const headers: Record<string, string> = { etag, 'cache-control': revalidated }
  if (fresh({ 'if-none-match': request.headers.get('if-none-match') ?? undefined }, { etag }))
    return new Response(null, { status: 304, headers })
  const name = nameOfFile(file)
  const isPackage = file === 'package'
  const parts = [source.dossier ?? 'data', String(edition.number), name]
  headers['content-type'] = typeOf(asked)
  if (!isPackage) headers['content-disposition'] = `attachment; filename="${parts.join('-')}"`
  if (request.method === 'HEAD') return new Response(null, { headers })
  if (isPackage) return new Response(bodyOf(packagePieces(asked, request.signal)), { headers })
  // What is narrowed is none of the files that the package describes.
  const known = source.filter === undefined ? digestName(asked, file) : undefined
  if (file !== 'sqlite') return new Response(bodyOf(digested(known, piecesOf(source, file))), { headers })
  const { bytes, pieces, remove } = await makeSqlite(source, {
    dataDir: parseSettings(process.env).dataDir,
    signal: request.signal,
  })
  headers['content-length'] = String(bytes)
  return new Response(
    bodyOf(digested(known, pieces), () => void remove()),
    { headers },
  )
}

function typeOf({ file }: Pick<AskedBulk, 'file'>): string {
  if (file === 'package') return 'application/json; charset=utf-8'
  if (file === 'sqlite') return 'application/vnd.sqlite3'
  const { type } = forms[file.form]
  return type === 'application/n-triples' ? type : `${type}; charset=utf-8`
}
