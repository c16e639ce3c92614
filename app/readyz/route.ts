import { database } from '@/db/client'
import { pendingMigrations } from '@/db/migrate'
import { currentEditionNumber } from '@/db/queries/edition'

export const dynamic = 'force-dynamic'

// Once they are, they stay so while this process runs: a probe need not take the lock again.
let migrated = false

const said = (status: number, text: string): Response =>
  new Response(`${text}\n`, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })

/** Readiness: the database answers, its migrations are those of this code, and something is published. */
export async function GET(): Promise<Response> {
  try {
    const opened = await database()
    if (!migrated) {
      const pending = await pendingMigrations(opened)
      if (pending.length > 0) return said(503, `migrations are pending: ${pending.join(', ')}`)
      migrated = true
    }
    const edition = await currentEditionNumber(opened.db)
    return edition > 0 ? said(200, `edition ${edition}`) : said(503, 'nothing is published')
  } catch (error) {
    console.error('[readyz]', error)
    return said(503, 'the database cannot be reached')
  }
}
