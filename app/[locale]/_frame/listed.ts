import type { Reader, Reading } from '@/app/_reader/reading'
import type { DossierPicture, SitePicture } from '@/lib/addresses/pictures'
import { type Day, say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'
import { formatDate, formatOn } from '@/lib/words/dates'
import type { Described } from './head-tags'
import { framed } from './picture-parts'

/*
 * Pages that list, and those that the site tells of itself: what one is stands in messages, for its head and its picture alike.
 */

const siteTitles = {
  ask: 'ask.title',
  feeds: 'feeds.title',
  about: 'pages.about',
  method: 'pages.method',
  data: 'pages.data',
  imprint: 'pages.imprint',
  accessibility: 'pages.accessibility',
  'file-form': 'pages.fileForm',
  api: 'pages.api',
  search: 'search.title',
  corrections: 'correction.title',
  editions: 'edition.title',
} as const

const dossierTitles = {
  timeline: 'timeline.title',
  rules: 'rule.title',
  changes: 'change.title',
  matrix: 'matrix.title',
  compare: 'compare.title',
  calendar: 'calendar.title',
  scorecard: 'scorecard.title',
  contradictions: 'contradiction.title',
  more: 'more.title',
  actors: 'actors.title',
  sources: 'sources.title',
  'what-if': 'whatIf.title',
  grounds: 'groundsPage.title',
} as const

type Listed = Pick<Described, 'title' | 'description'>

/** What a page of the site outside the dossiers is; `number` of the edition that it tells of. */
function siteListed({ t }: Reader, page: SitePicture, number: number): Listed {
  const title = page === 'edition' ? t('edition.number', { number }) : t(siteTitles[page])
  return { title, description: t(`describe.site.${page}`, { number }) }
}

function dossierListed({ t, locale, dossier }: Reading, page: DossierPicture, on: Day): Listed {
  const named = { dossier: say(dossier.title, locale).text, date: formatDate(on, locale), on: formatOn(on, locale) }
  return { title: t(dossierTitles[page]), description: t(`describe.dossier.${page}`, named) }
}

/** Title, description and picture of a page of the site; `edition`: the one that it tells of. */
export function describeOfSite(reader: Reader, page: SitePicture, edition?: number): Described {
  const { title, description } = siteListed(reader, page, edition ?? reader.edition.number)
  const readAt = edition === undefined ? {} : { readAt: { edition } }
  return { title, description, picture: { at: page, alt: title, ...readAt } }
}

/** Title, description and picture of a page of a dossier; `on`: the day that it asks about. */
export function describeOfDossier(reading: Reading, page: DossierPicture, on?: Day): Described {
  const { title, description } = dossierListed(reading, page, on ?? reading.today)
  const whole = reading.t('unit.of', { label: title, text: say(reading.dossier.title, reading.locale).text })
  const readAt = on === undefined ? {} : { readAt: { on } }
  return { title: whole, description, picture: { at: page, alt: whole, ...readAt } }
}

/** The picture of a page of the site. */
export function siteListCard(reader: Reader, page: SitePicture): Card {
  const { title, description } = siteListed(reader, page, reader.edition.number)
  return { ...framed(reader), kicker: reader.t('home.kicker'), heading: title, note: description }
}

/** The picture of a page of a dossier. */
export function dossierListCard(reading: Reading, page: DossierPicture): Card {
  const { title, description } = dossierListed(reading, page, reading.today)
  return { ...framed(reading), kicker: reading.t('dossier.kicker'), heading: title, note: description }
}
