import { cache } from 'react'
import { origin } from '@/app/_server/address'
import { todayIn } from '@/app/_server/clock'
import { countRecords, findDossier, openSite, readingDay } from '@/app/_server/site'
import { BadParameterError, readEdition } from '@/lib/api/question'
import { isLocale, say } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { nearOnes } from '@/lib/words/near'
import { onOf, textOf } from './asked'
import { type Query, type Reader, type Reading, siteHref } from './reading'
import { BadParameter, Missing } from './refusal'

/** A page's own `on` is the day it asks about; on all others `on` is the day that counts as today. */
const asksForDay = ['/ask', '/matrix', '/compare']

interface Opened {
  reader: Reader
  /** Why the address cannot be read as it stands; the reader then reads the current edition. */
  refusal: BadParameter | undefined
}

/** What a page knows before it looks for anything. An unknown locale is read to in English. */
export const openReader = (asked: string, path: string, query: Query): Promise<Opened> =>
  openOnce(asked, path, JSON.stringify(query))

/** A page and its head tags ask for the same. */
const openOnce = cache(async (asked: string, path: string, text: string): Promise<Opened> => {
  const query: Query = JSON.parse(text)
  try {
    const edition = readPinnedEdition(query)
    const reader = await makeReader(asked, path, query, edition)
    const on = asksForDay.some((page) => path.endsWith(page)) ? undefined : onOf(reader, 'on')
    return { reader: { ...reader, today: on ?? reader.today, pinned: { edition, on } }, refusal: undefined }
  } catch (problem) {
    const refusal =
      problem instanceof BadParameterError
        ? new BadParameter(problem.parameter, textOf(query, problem.parameter) ?? '', (t) => t('errors.badEdition'))
        : problem
    if (!(refusal instanceof BadParameter)) throw problem
    return { reader: await makeReader(asked, path, query), refusal }
  }
})

function readPinnedEdition(query: Query): number | undefined {
  const text = textOf(query, 'edition')
  return text === undefined ? undefined : readEdition(new URLSearchParams({ edition: text }))
}

async function makeReader(asked: string, path: string, query: Query, pinned?: number): Promise<Reader> {
  const locale = isLocale(asked) ? asked : 'en'
  const [{ edition, newest, dossiers }, counts, root] = await Promise.all([
    openSite(pinned),
    countRecords(pinned),
    origin(),
  ])
  const timeZone = dossiers[0]?.timeZone ?? 'UTC'
  const today = readingDay(timeZone, edition, pinned)
  const present = todayIn(timeZone)
  const t = translator(locale)
  return { locale, t, edition, newest, path, query, counts, today, present, pinned: { edition: pinned }, origin: root }
}

/** The dossier that is read; `Missing` when there is none of that id. A page and its head tags get the same. */
export const openReading = cache(async (reader: Reader, id: string): Promise<Reading | Missing> => {
  const open = await findDossier(id, reader.pinned.edition)
  if (open) return { ...reader, ...open, today: reader.pinned.on ?? open.today }
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
