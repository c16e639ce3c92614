import { database } from '@/db/client'
import { isDatabaseAway } from '@/db/errors'
import { pendingMigrations } from '@/db/migrate'
import { compareServed } from '@/db/stamp'
import { servedHeader } from '@/lib/press/gate/forwarded'

export const dynamic = 'force-dynamic'

/** Milliseconds that the whole answer may take, and seconds after which a probe that was refused may ask again. */
const limit = 10_000
const again = '5'

// Once they are, they stay so while this process runs: a probe need not take the lock again.
let migrated = false
let looking: Promise<string[]> | undefined

const said = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...(status === 503 && { 'retry-after': again }),
    },
  })

/** Readiness: the database answers, its migrations are those of this code, and what it holds is what is served. */
export async function GET(request?: Request): Promise<Response> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(said(503, 'the database does not answer')), limit)
  })
  try {
    return await Promise.race([look(request), late])
  } catch (error) {
    console.error('Whether the site is ready could not be found out', error)
    return said(503, isDatabaseAway(error) ? 'the database cannot be reached' : 'the database cannot be read')
  } finally {
    clearTimeout(timer)
  }
}

async function look(request: Request | undefined): Promise<Response> {
  const opened = await database()
  if (!migrated) {
    // One at a time: each waits for its turn to read what others may be migrating.
    looking ??= pendingMigrations(opened).finally(() => {
      looking = undefined
    })
    const pending = await looking
    if (pending.length > 0) return said(503, `migrations are pending: ${pending.join(', ')}`)
    migrated = true
  }
  const compared = await compareServed(opened)
  const { published } = compared
  // The front says which edition it hands out; where there is none, this process does.
  const told = request?.headers.get(servedHeader) ?? null
  const served = told === null ? compared.served : Number(told)
  if (published === 0) return said(503, 'nothing is published')
  if (served !== null && served < published)
    return said(503, `behind: this node serves edition ${served}, the database holds ${published}`)
  return said(200, `edition ${published}`)
}
