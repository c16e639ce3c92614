import 'server-only'
import { usualAxes } from '@/app/_reader/matrix-plan'
import { database } from '@/db/client'
import { editionMoments, lastChanges, lastChangesOfDossiers } from '@/db/queries/last-change'
import type { SitePage } from '@/lib/feeds/sitemap'
import type { Instant } from '@/lib/model'
import { changesOfRule } from '@/lib/model'
import { pagePaths } from '@/lib/press/routes'
import { instantDay } from '@/lib/words/dates'
import { findDossier, type OpenDossier, openSite } from './site'

/** Every public page there is, with the day on which what it shows last changed. */
export async function listPages(): Promise<SitePage[]> {
  const { db } = await database()
  const [{ edition, dossiers }, ofDossiers, ofRecords, editions] = await Promise.all([
    openSite(),
    lastChangesOfDossiers(db),
    lastChanges(db, ['rule', 'change', 'report']),
    editionMoments(db),
  ])
  const opened = (await Promise.all(dossiers.map(({ id }) => findDossier(id)))).filter((open) => open !== null)
  const changedAt = new Map(ofRecords.map(({ kind, dossier, id, at }) => [`${dossier} ${kind} ${id}`, at]))
  const lastIn = ({ dossier }: OpenDossier): Instant => ofDossiers.get(dossier.id) ?? edition.publishedAt
  return pagePaths.flatMap((path): SitePage[] => {
    if (path === '/editions/{id}') return editions.map(({ number, at }) => pageOf(path, { id: String(number) }, at))
    if (!path.startsWith('/{dossier}')) return [pageOf(path, {}, edition.publishedAt)]
    return opened.flatMap((open) => {
      const dossier = open.dossier.id
      if (path.endsWith('/matrix') && !usualAxes(open)) return []
      if (!path.endsWith('/{id}')) return [pageOf(path, { dossier }, lastIn(open))]
      const records = recordsOf(open, path.split('/')[2] ?? '', (kind, id) => changedAt.get(`${dossier} ${kind} ${id}`))
      return records.map(({ id, at }) => pageOf(path, { dossier, id }, at ?? lastIn(open)))
    })
  })
}

const pageOf = (template: string, values: Record<string, string>, at: Instant): SitePage => ({
  path: template.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? ''),
  changed: instantDay(at),
})

type ChangedAt = (kind: 'rule' | 'change' | 'report', id: string) => Instant | undefined

/** The records that have a page in a folder. A change moves by the reports about it, and a rule by its changes. */
function recordsOf({ records, compiled }: OpenDossier, folder: string, changedAt: ChangedAt) {
  if (folder === 'reports') return records.reports.map(({ id }) => ({ id, at: changedAt('report', id) }))
  const moved = new Map(records.changes.map(({ id }) => [id, changedAt('change', id)]))
  for (const { id, effects, positions, expectations } of compiled.records.reports)
    for (const { change } of [...effects, ...positions, ...expectations])
      moved.set(change, later(moved.get(change), changedAt('report', id)))
  if (folder === 'changes') return records.changes.map(({ id }) => ({ id, at: moved.get(id) }))
  return records.rules.map(({ id }) => ({
    id,
    at: changesOfRule(records.changes, id).reduce((at, change) => later(at, moved.get(change)), changedAt('rule', id)),
  }))
}

const later = (a: Instant | undefined, b: Instant | undefined) => (a === undefined || (b && b > a) ? b : a)
