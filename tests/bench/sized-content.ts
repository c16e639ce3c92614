import type { ContentTree } from '@/lib/content'
import type { Report } from '@/lib/model'
import { actor, contentOf, position, source } from '../support/content'
import { change, moves, report } from '../support/dossiers'

const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}-${n}`)
const pick = (list: string[], n: number) => list[n % list.length] ?? ''
const changes = ids('change', 40)
const actors = ids('actor', 20)
const sources = ids('source', 25)

const makeReport = (n: number): Report => ({
  ...report(
    `report-${n}`,
    new Date(Date.UTC(2000, 0, 1) + (n % 9000) * 86_400_000).toISOString().slice(0, 10),
    moves(pick(changes, n * 7), n % 2 === 0 ? 'proposed' : 'agreed'),
  ),
  source: pick(sources, n),
  headline: `${(n * 7919) % 100_003} reports on the transfer of equipment`,
  summary: 'The government told ruling parties that equipment could be exported for five purposes.',
  positions: n % 5 === 0 ? [position(pick(actors, n / 5), pick(changes, n))] : [],
})

/** The dossier `test` with so many reports of 40 changes, by 25 publishers. */
export const contentOfSize = (count: number): ContentTree => ({
  ...contentOf({
    changes: changes.map((id) => change(id, { rule: 'arms' })),
    actors: actors.map((id) => actor(id)),
    reports: Array.from({ length: count }, (_, n) => makeReport(n)),
  }),
  sources: sources.map((id) => source(id)),
})
