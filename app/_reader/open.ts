import { cache } from 'react'
import { origin } from '@/app/_server/address'
import { todayIn } from '@/app/_server/clock'
import { countRecords, findDossier, openSite, readingDay } from '@/app/_server/site'
import { hasMail } from '@/app/_server/wire/keys'
import type { Address } from '@/lib/addresses/address'
import type { pins } from '@/lib/addresses/parameters'
import type { Query } from '@/lib/asking/query'
import { editionOf, onOf } from '@/lib/asking/read'
import { localeOf, say } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { nearOnes } from '@/lib/words/near'
import { type Reader, type Reading, siteHref } from './reading'
import { BadParameter, Missing } from './refusal'

interface Opened {
  reader: Reader
  /** Why the address cannot be read as it stands; the reader then reads the current edition. */
  refusal: BadParameter | undefined
}

/** What a page knows before it looks for anything. An unknown locale is read to in the usual one. */
export const openReader = (asked: string, address: Address, path: string, query: Query): Promise<Opened> =>
  openOnce(asked, address, path, JSON.stringify(query))

/** A page and its head tags ask for the same. */
const openOnce = cache(async (asked: string, address: Address, path: string, text: string): Promise<Opened> => {
  const query: Query<keyof typeof pins> = JSON.parse(text)
  const place = { asked, address, path, query }
  try {
    const edition = editionOf(query, 'edition')
    const reader = await makeReader(place, edition)
    const on = address.asksForDay ? undefined : onOf({ address, query, present: reader.present }, 'on')
    return { reader: { ...reader, today: on ?? reader.today, pinned: { edition, on } }, refusal: undefined }
  } catch (problem) {
    if (!(problem instanceof BadParameter)) throw problem
    return { reader: await makeReader(place), refusal: problem }
  }
})

interface AskedPlace extends Pick<Reader, 'address' | 'path' | 'query'> {
  asked: string
}

async function makeReader({ asked, ...place }: AskedPlace, pinned?: number): Promise<Reader> {
  const locale = localeOf(asked)
  const [{ edition, newest, site }, counts, root] = await Promise.all([
    openSite(pinned),
    countRecords(pinned),
    origin(),
  ])
  const timeZone = site.zone
  const today = readingDay(timeZone, edition, pinned)
  const present = todayIn(timeZone)
  const t = translator(locale)
  return {
    ...place,
    locale,
    t,
    site,
    siteName: say(site.name, locale).text,
    edition,
    newest,
    counts,
    timeZone,
    today,
    present,
    pinned: { edition: pinned },
    origin: root,
    hasMail: hasMail(),
  }
}

/** The dossier that is read; `Missing` when there is none of that id. A page and its head tags get the same. */
export const openReading = cache(async (reader: Reader, id: string): Promise<Reading | Missing> => {
  const open = await findDossier(id, reader.pinned.edition)
  if (open) return { ...reader, ...open, timeZone: open.dossier.timeZone, today: reader.pinned.on ?? open.today }
  const { dossiers } = await openSite(reader.pinned.edition)
  const near = nearOnes(
    id,
    dossiers.map((dossier) => dossier.id),
  ).flatMap((found) => {
    const dossier = dossiers.find((candidate) => candidate.id === found)
    return dossier ? [{ href: siteHref(reader, found), title: say(dossier.title, reader.locale).text }] : []
  })
  return new Missing('dossier', id, near)
})

/** Every dossier, as far as it can be read at the reader's edition. */
export async function openAll(reader: Reader): Promise<Reading[]> {
  const { dossiers } = await openSite(reader.pinned.edition)
  const opened = await Promise.all(dossiers.map(({ id }) => openReading(reader, id)))
  return opened.filter((one): one is Reading => !(one instanceof Missing))
}
