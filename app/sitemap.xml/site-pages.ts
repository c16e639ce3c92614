import 'server-only'
import { usualAxes } from '@/app/_reader/matrix-plan'
import { findDossier, type OpenDossier, openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { editionMoments, lastChanges, lastChangesOfDossiers } from '@/db/queries/last-change'
import { pathBelowLanguage } from '@/lib/addresses/address'
import { type PageAddress, pages } from '@/lib/addresses/pages'
import type { SitePage } from '@/lib/feeds/sitemap'
import { belongingTo, changesOfRule, type DossierRecords, hasPage, type Instant, sitePages } from '@/lib/model'
import { standsOf } from '@/lib/policy'
import { instantDay } from '@/lib/words/dates'

/** Every public page there is, with the day on which what it shows last changed. */
export async function listPages(): Promise<SitePage[]> {
  const { db } = await database()
  const [{ edition, site, dossiers }, ofDossiers, ofRecords, editions] = await Promise.all([
    openSite(),
    lastChangesOfDossiers(db),
    lastChanges(db, ['rule', 'change', 'actor', 'report']),
    editionMoments(db),
  ])
  const opened = (await Promise.all(dossiers.map(({ id }) => findDossier(id)))).filter((open) => open !== null)
  const changedAt = new Map(ofRecords.map(({ kind, dossier, id, at }) => [`${dossier} ${kind} ${id}`, at]))
  const lastIn = ({ dossier }: OpenDossier): Instant => ofDossiers.get(dossier.id) ?? edition.publishedAt
  return Object.values(pages).flatMap((page): SitePage[] => {
    if (page === pages.edition) return editions.map(({ number, at }) => pageOf(page, { id: String(number) }, at))
    const own = sitePages.find((id) => pages[id] === page)
    if (own && !hasPage(site, own)) return []
    if (!page.path.startsWith('/{locale}/{dossier}')) return [pageOf(page, {}, edition.publishedAt)]
    return opened.flatMap((open) => {
      const dossier = open.dossier.id
      if (page === pages.matrix && !usualAxes(open)) return []
      const changed: ChangedAt = (kind, id) => changedAt.get(`${dossier} ${kind} ${id}`)
      const records = recordsOf(page, open, changed)
      if (!records) return [pageOf(page, { dossier }, lastIn(open))]
      return records.map(({ id, at }) => pageOf(page, { dossier, id }, at ?? lastIn(open)))
    })
  })
}

const pageOf = (page: PageAddress, parts: Record<string, string>, at: Instant): SitePage => ({
  path: pathBelowLanguage(page, parts),
  changed: instantDay(at),
})

type ChangedAt = (kind: 'rule' | 'change' | 'actor' | 'report', id: string) => Instant | undefined

/** The records of which this is the page; null where it is that of a dossier. A change moves by the reports about it, a rule by its changes, and an actor by what reports say of it and its members. */
function recordsOf(page: PageAddress, { records, compiled }: OpenDossier, changedAt: ChangedAt) {
  if (page === pages.report) return records.reports.map(({ id }) => ({ id, at: changedAt('report', id) }))
  if (page === pages.actor) return records.actors.map(({ id }) => ({ id, at: lastSaidOf(id, records, changedAt) }))
  if (page !== pages.change && page !== pages.rule) return null
  const moved = new Map(records.changes.map(({ id }) => [id, changedAt('change', id)]))
  for (const { id, effects, positions, expectations } of compiled.records.reports) {
    const at = changedAt('report', id)
    for (const told of [effects, positions, expectations])
      for (const { change } of told) moved.set(change, later(moved.get(change), at))
  }
  if (page === pages.change) return records.changes.map(({ id }) => ({ id, at: moved.get(id) }))
  return records.rules.map(({ id }) => ({
    id,
    at: changesOfRule(records.changes, id).reduce((at, change) => later(at, moved.get(change)), changedAt('rule', id)),
  }))
}

function lastSaidOf(actor: string, records: DossierRecords, changedAt: ChangedAt): Instant | undefined {
  const own = [actor, ...belongingTo(records.actors, actor).map((one) => one.actor.id)].map((id) =>
    changedAt('actor', id),
  )
  const said = standsOf(records, { actor }).map(({ report }) => changedAt('report', report.id))
  return [...own, ...said].reduce(later, undefined)
}

const later = (a: Instant | undefined, b: Instant | undefined) => (a === undefined || (b && b > a) ? b : a)
