import { type FilterName, filterNames } from '@/lib/asking/timeline-filter'
import { type Dossier, isDate, type Locale, type Site, type Stage, say, type Text } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { translator } from '@/lib/words/messages'
import { stageWord } from '@/lib/words/own-words'
import { questionInWords } from '@/lib/words/sentence'
import type { Followed } from './followed'

/** What is followed, with what the records that it names are called. */
export interface NamedFollowed {
  followed: Followed
  dossier: Dossier | null
  /** Of a record that is followed. */
  title: Text | null
  /** Of the records that a filter names. */
  names: Partial<Record<FilterName, Text>>
}

/** Where something is followed, and in which language. */
export interface Followable {
  site: Pick<Site, 'name' | 'line'>
  locale: Locale
}

/** What a feed, a subscription or a calendar is called, and what it is about, as plain text. */
export function followedWords(
  open: NamedFollowed,
  { site, locale }: Followable,
): { title: string; description: string } {
  const t = translator(locale)
  const [siteName, line] = [site.name, site.line].map((text) => say(text, locale).text) as [string, string]
  const inSite = (text: string): string => t('unit.of', { label: siteName, text })
  const { dossier, followed } = open
  if (followed.only) return { title: inSite(t('correction.title')), description: t('correction.intro') }
  if (!dossier) return { title: siteName, description: line }
  const name = say(dossier.title, locale).text
  if (open.title !== null) return { title: inSite(say(open.title, locale).text), description: name }
  if (followed.question)
    return { title: inSite(questionInWords(dossier, { ...followed.question }, locale)), description: name }
  if (followed.filter)
    return {
      title: inSite(t('feeds.filteredTitle', { title: name, filter: filterInWords(open, locale) })),
      description: t('feeds.filteredWhat'),
    }
  return {
    title: inSite(name),
    description: dossier.summary ? say(dossier.summary, locale).text : line,
  }
}

function filterInWords({ followed: { filter = {} }, names, dossier }: NamedFollowed, locale: Locale): string {
  const t = translator(locale)
  const value = (name: FilterName, given: string): string => {
    const named = names[name]
    if (named !== undefined) return say(named, locale).text
    if (name === 'stage') return stageWord({ locale, dossier: dossier ?? undefined }, given as Stage).text
    if (name === 'effect') return t(`effect.${given as 'moves'}`)
    if (name === 'discredited') return t(`discredited.${given as 'with'}`)
    return isDate(given) ? formatDate(given, locale) : given
  }
  return filterNames
    .flatMap((name) => {
      const given = filter[name]
      return given === undefined ? [] : [t('timeline.chip', { name: t(`timeline.${name}`), value: value(name, given) })]
    })
    .join(t('unit.clauseSeparator'))
}
