import 'server-only'
import { createHash } from 'node:crypto'
import type { BulkSource } from '@/db/bulk/source'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findAuthority } from '@/db/queries/authority'
import type { Edition } from '@/db/queries/edition'
import { listEventPage } from '@/db/queries/records/event-page'
import { wasPublicBy } from '@/db/queries/records/record-list'
import { presentId } from '@/db/stamp'
import { dossierData, filteredData, siteData } from '@/lib/addresses/data'
import { reportOrders } from '@/lib/addresses/records'
import { type Query, readQuery } from '@/lib/asking/query'
import { editionOf, wordOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import type { FilterName } from '@/lib/asking/timeline-filter'
import { type DescribedFile, fileNameOf } from '@/lib/bulk/datapackage'
import { isFiltered, isTableForm, isTableName, packageFile, sqliteFile } from '@/lib/bulk/names'
import { tableList } from '@/lib/bulk/tables'
import { dayOfInstant, type Site } from '@/lib/model'
import { echoed } from '@/lib/words/echo'
import { origin } from '../address'
import { refuse } from '../api'
import { filterNamed, hasFilter } from '../records/named'
import { wasDossierRemoved } from '../retraction'
import { findDossier, openSite } from '../site'

/** What a file is of: a table, all of them, or what describes them. */
export type AskedFile = DescribedFile | 'package'

/** A file that is asked for, of an edition, and from where it is made. */
export interface AskedBulk {
  file: AskedFile
  source: BulkSource
  site: Site
  edition: Edition
  /** Names what the bytes of a file of this asking depend on, beside its own name. */
  stampOf: (file: AskedFile) => string
}

export function fileCalled(name: string): AskedFile | null {
  if (name === packageFile) return 'package'
  if (name === sqliteFile) return 'sqlite'
  const [table = '', form = '', ...more] = name.split('.')
  return isTableName(table) && isTableForm(form) && more.length === 0 ? { table, form } : null
}

export const nameOfFile = (file: AskedFile): string => (file === 'package' ? packageFile : fileNameOf(file))

/** Other columns are another file, whatever the edition. */
const version = createHash('sha256')
  .update(JSON.stringify(tableList.map(({ name, columns, key }) => ({ name, columns, key }))))
  .digest('hex')
  .slice(0, 8)

/** What holds events grows with each day, and tells them in the words of now. */
const holdsEvents = (file: AskedFile): boolean => typeof file !== 'object' || file.table === 'events'

/** What a request asks for, or the answer that there is no such thing. Throws `BadParameter`. */
export async function askedOf(
  request: Request,
  { dossier, name }: { dossier: string | undefined; name: string },
): Promise<AskedBulk | Response> {
  const file = fileCalled(name)
  if (file === null) return refuse(404, `There is no file “${echoed(name)}”: /data/${packageFile} lists them.`)
  const { searchParams } = new URL(request.url)
  const isNarrowed = dossier !== undefined && typeof file === 'object' && isFiltered(file.table)
  const address = isNarrowed ? filteredData : dossier === undefined ? siteData : dossierData
  const query = readQuery(address, searchParams) as Query<'edition' | 'order' | FilterName>
  const number = editionOf(query, 'edition')
  const [{ db }, open, root] = await Promise.all([database(), openSite(number), origin()])
  const { edition, newest, site } = open
  const dossiers = open.dossiers.filter(({ id }) => dossier === undefined || id === dossier)
  if (dossier !== undefined && dossiers.length === 0) return missing(dossier, { number, newest, searchParams, name })
  const at = { edition: edition.number }
  const filter = isNarrowed ? await filterOf(query, { db, ...at }, dossier) : undefined
  const [last] = await listEventPage(db, {
    dossier,
    records: [],
    edition: at.edition,
    since: null,
    behind: null,
    limit: 1,
  })
  const stamp = `${at.edition}-${version}`
  return {
    ...{ file, site, edition },
    stampOf: (one) => (holdsEvents(one) ? `${stamp}-${last?.place ?? 0}-${newest}` : stamp),
    source: {
      ...{ db, ...at, dossier, dossiers, filter },
      place: { root, authority: await findAuthority(db) },
      compile: (id) => compiledAt(id, at.edition),
      dayIn: (zone) => dayOfInstant(edition.publishedAt, zone),
    },
  }
}

/** At an edition by its number: what is public may be another one before all has been read. */
async function compiledAt(id: string, edition: number) {
  const found = await findDossier(id, edition)
  if (!found) throw new Error(`The dossier ${id} is listed and cannot be opened.`)
  return found.compiled
}

/** As the list of the API: what narrows a timeline, or its order, makes a list one. */
async function filterOf(
  query: Query<FilterName | 'order'>,
  place: Parameters<typeof filterNamed>[0],
  dossier: string | undefined,
) {
  const isTimeline = wordOf(query, 'order', reportOrders) !== undefined || hasFilter(query)
  return isTimeline ? filterNamed(place, query, dossier) : undefined
}

async function missing(
  dossier: string,
  {
    number,
    newest,
    searchParams,
    name,
  }: { number: number | undefined; newest: number; searchParams: URLSearchParams; name: string },
): Promise<Response> {
  const { db } = await database()
  if (number !== undefined && (await wasPublicBy(db, recordKey('dossier', dossier, dossier), newest)))
    throw new BadParameter('edition', String(number), { code: 'beforeDossier' })
  const now = presentId(recordKey('dossier', dossier, dossier))
  const query = searchParams.size > 0 ? `?${searchParams}` : ''
  if (now !== undefined)
    return new Response(null, { status: 301, headers: { location: `/data/${now}/${name}${query}` } })
  if (number === undefined && (await wasDossierRemoved(dossier)))
    return refuse(410, `The dossier “${echoed(dossier)}” was removed. Earlier editions have it: add edition=N.`)
  return refuse(404, `There is no dossier “${echoed(dossier)}”.`)
}
