import { join } from 'node:path'
import { and, desc, eq, lte } from 'drizzle-orm'
import type { Db } from '@/db/dialect'
import { revisions } from '@/db/schema'
import { readSiteOf } from '@/lib/content/site'
import { type Dossier, defaultSite, type Site } from '@/lib/model'
import { siteKey } from '../../key'
import { as, findRecord, listDossiers } from '../record'

/**
 * What the tracker says of itself; with `edition`, as it stood then. Where nobody has published that, it is what stands in the folder
 * `content`, but for dossiers that are not here, and the day is told where the first dossier is.
 */
export async function findSite(db: Db, { edition }: { edition?: number | undefined } = {}): Promise<Site> {
  const own = edition === undefined ? ((await findRecord(db, siteKey))?.record ?? null) : await siteAt(db, edition)
  if (own) return own
  const site = await unpublishedSite()
  const all = await listDossiers(db, edition === undefined ? {} : { edition })
  const dossiers = site.dossiers.filter((named) => all.some((dossier) => idsOf(dossier).includes(named)))
  return { ...site, dossiers, zone: all[0]?.timeZone ?? defaultSite.zone }
}

async function siteAt(db: Db, edition: number): Promise<Site | null> {
  const [found] = await db
    .select({ data: revisions.data })
    .from(revisions)
    .where(
      and(
        eq(revisions.kind, siteKey.kind),
        eq(revisions.dossier, siteKey.dossier),
        eq(revisions.id, siteKey.id),
        lte(revisions.edition, edition),
      ),
    )
    .orderBy(desc(revisions.number))
    .limit(1)
  return found?.data ? as<'site'>(found.data) : null
}

let unpublished: Promise<Site> | undefined

/** What a tracker is that has not said what it is: as the folder `content` has it, read once. */
export function unpublishedSite(): Promise<Site> {
  unpublished ??= readSiteOf(join(process.cwd(), 'content')).then(
    (site) => site ?? defaultSite,
    () => defaultSite,
  )
  return unpublished
}

/** The ids that a dossier has and had: a site that names it by one of them means it. */
const idsOf = ({ id, formerly = [] }: Dossier): string[] => [id, ...formerly]

/** Dossiers in the order of the site; those that it does not name come after, in their own. */
export function inOrderOf({ dossiers: named }: Pick<Site, 'dossiers'>, dossiers: readonly Dossier[]): Dossier[] {
  const placeOf = (dossier: Dossier) => {
    const places = idsOf(dossier).flatMap((id) => (named.includes(id) ? [named.indexOf(id)] : []))
    return places[0] ?? named.length
  }
  return [...dossiers].sort((a, b) => placeOf(a) - placeOf(b))
}
