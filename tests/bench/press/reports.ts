import { openDatabase } from '@/db/client'
import { migrate } from '@/db/migrate'
import type { Report } from '@/lib/model'
import { actor, contentOf, position, publishContent, source } from '../../support/content'
import { change, moves, report } from '../../support/dossiers'

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n}`)
const changes = ids('change', 40)
const actors = ids('actor', 20)
const sources = ids('source', 25)
const pick = (list: string[], n: number) => list[n % list.length] ?? ''

function makeReport(n: number): Report {
  const day = new Date(Date.UTC(2000, 0, 1) + (n % 9000) * 86_400_000).toISOString().slice(0, 10)
  return {
    ...report(`report-${n}`, day, moves(pick(changes, n * 7), n % 2 === 0 ? 'proposed' : 'agreed')),
    source: pick(sources, n),
    headline: { en: `Report number ${n} on the transfer of equipment`, ja: `第${n}報 防衛装備移転の政策` },
    summary: 'The government told ruling parties that equipment could be exported for five purposes. '.repeat(4),
    positions: n % 5 === 0 ? [position(pick(actors, n / 5), pick(changes, n))] : [],
  }
}

/** Publishes the dossier `test` with so many reports into a new embedded database. */
export async function publishReports(dataDir: string, count: number): Promise<void> {
  const database = await openDatabase({ dataDir })
  await migrate(database)
  await publishContent(database, {
    ...contentOf({
      changes: changes.map((id) => change(id, { rule: 'arms' })),
      actors: actors.map((id) => actor(id)),
      reports: Array.from({ length: count }, (_, n) => makeReport(n)),
    }),
    sources: sources.map((id) => source(id)),
  })
  await database.close()
}
