import 'server-only'
import { database } from '@/db/client'
import { findAuthority } from '@/db/queries/authority'
import { openFollowed } from '@/db/queries/followed-events'
import { listMovedDates } from '@/db/queries/moved-dates'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { type Query, readQuery } from '@/lib/asking/query'
import { BadParameter } from '@/lib/asking/refusal'
import { type CalendarEntry, type EntryFilter, entriesOf } from '@/lib/calendars/entries'
import { calendarType, type NumberedEntry, toCalendar } from '@/lib/calendars/ical'
import { recordsTouching } from '@/lib/events/touching'
import { type Followed, folderOf, queryOf } from '@/lib/feeds/followed'
import { followedWords } from '@/lib/feeds/followed-words'
import { changesOfRule, isLocale, type Locale } from '@/lib/model'
import { momentAt } from '@/lib/policy'
import { echoed } from '@/lib/words/echo'
import { translator } from '@/lib/words/messages'
import { origin } from '../address'
import { inWords } from '../file'
import { wasDossierRemoved } from '../retraction'
import { findDossier, type OpenDossier, openSite } from '../site'

type Params<P> = { params: Promise<P & { locale: string }> }

/**
 * A handler that answers with the coming dates of what is followed, as a calendar to subscribe to. 404 where there is no such
 * dossier or record, 410 where the dossier was removed, 400 for a question that makes no sense.
 */
export function calendarHandler<A extends Address, P extends object>(
  address: A,
  follow: (params: P, query: Query<NamesOf<A>>) => Followed,
) {
  return async (request: Request, { params }: Params<P>): Promise<Response> => {
    const asked = await params
    const { locale } = asked
    if (!isLocale(locale)) return inWords(404, 'There is no such calendar.')
    try {
      const { dossier } = asked as { dossier?: string }
      const open = dossier === undefined ? null : await findDossier(dossier)
      if (dossier !== undefined && !open && (await wasDossierRemoved(dossier)))
        return inWords(410, 'The dossier of this calendar was removed.')
      const dimensions = (open?.dossier.dimensions ?? []).map(({ id }) => id)
      const followed = follow(asked, readQuery(address, new URL(request.url).searchParams, dimensions))
      const body = await calendarOf(locale, followed)
      return body === null
        ? inWords(404, 'There is no such calendar.')
        : new Response(body, { headers: { 'content-type': calendarType } })
    } catch (refusal) {
      if (!(refusal instanceof BadParameter)) throw refusal
      return inWords(400, `The parameter “${echoed(refusal.parameter)}” cannot be used. ${refusal.message}`)
    }
  }
}

async function calendarOf(locale: Locale, asked: Followed): Promise<string | null> {
  const { db } = await database()
  const [open, { edition, site, dossiers }, authority, root] = await Promise.all([
    openFollowed(db, asked),
    openSite(),
    findAuthority(db),
    origin(),
  ])
  if (!open) return null
  const { followed } = open
  const ids = followed.dossier === undefined ? dossiers.map(({ id }) => id) : [followed.dossier]
  const opened = (await Promise.all(ids.map((id) => findDossier(id)))).flatMap((one) => (one ? [one] : []))
  const entries = await Promise.all(opened.map((one) => numbered(one, entriesIn(one, locale, followed))))
  const t = translator(locale)
  const { title } = followedWords(open, { site, locale })
  const place = `${root}/${locale}`
  return toCalendar({
    title: t('calendar.of', { title }),
    description: t('calendar.subscribed'),
    locale,
    root: place,
    url: `${place}${folderOf(followed)}/calendar.ics${queryOf(followed)}`,
    authority,
    updated: edition.publishedAt,
    entries: entries.flat(),
  })
}

const entriesIn = (open: OpenDossier, locale: Locale, followed: Followed): CalendarEntry[] =>
  entriesOf(momentAt(open.compiled, { on: open.today }), locale, filterOf(open, followed))

function filterOf({ dossier, records }: OpenDossier, { folder, id, question }: Followed): EntryFilter | undefined {
  if (question) {
    const { rules, changes } = recordsTouching(dossier, question, records)
    return { rules: new Set(rules), changes: new Set(changes) }
  }
  if (id === undefined) return undefined
  if (folder === 'rules') return { rules: new Set([id]), changes: new Set(changesOfRule(records.changes, id)) }
  const change = records.changes.find((one) => one.id === id)
  return { rules: new Set(change?.alterations.map(({ rule }) => rule)), changes: new Set([id]) }
}

/** How often the date of each was moved: of its stage or, of what rules say from a date on, of one of them. */
async function numbered({ dossier }: OpenDossier, entries: readonly CalendarEntry[]): Promise<NumberedEntry[]> {
  const { db } = await database()
  const changes = [...new Set(entries.map(({ about }) => about.change))]
  const moved = await listMovedDates(db, dossier.id, changes)
  return entries.map((entry) => {
    const { change, stage, rules } = entry.about
    const own = moved.filter(
      (one) =>
        one.change === change &&
        // What begins with its change is moved with it.
        (one.stage === null ? one.rules.some((rule) => rules.includes(rule)) : one.stage === stage || stage === null),
    )
    return { ...entry, sequence: own.length }
  })
}
