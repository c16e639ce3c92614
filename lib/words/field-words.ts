import { isDate, type Locale, type RecordKind } from '@/lib/model'
import { formatDate } from './dates'
import type { Translator } from './messages'

/** Fields whose parts are ids of dimensions. */
const byDimension = new Set(['scope', 'fixed', 'concerns', 'featured'])
const dates = new Set(['on', 'from', 'until', 'published', 'checked'])

/** Which words of the site tell the closed values of a field, by kind of record and path without numbers. */
const closed: Record<string, string> = {
  'dossier default': 'disposition',
  'source kind': 'sourceKind',
  'actor kind': 'actorKind',
  'rule kind': 'ruleKind',
  'rule basis.official': 'yesNo',
  'rule basis.sourcing': 'sourcing',
  'source tier': 'tier',
  'dossier review.second': 'secondReview',
  'change alterations.to': 'disposition',
  'change resolutions.about': 'contradictionKind',
  'report kind': 'kind',
  'report sourcing': 'sourcing',
  'report effects.kind': 'effect',
  'report effects.stage': 'stage',
  'report effects.certainty': 'certainty',
  'report effects.event': 'effectEvent',
  'report positions.stance': 'stance',
  'report expectations.stage': 'stage',
  'report attribution.named': 'yesNo',
  'report effects.attribution.named': 'yesNo',
}

const isNumber = (part: string): boolean => /^\d+$/.test(part)

/** A field of a record in words, by its path in the file form: `effects.0.stage` is “Effect 1: stage”. */
export function fieldInWords(t: Translator, locale: Locale, path: string): string {
  const parts = path.split('.')
  // An item of a list is told in the singular, where the list has a word for one of it.
  const oneOf = (list = '') => wordOf(t, `fieldOne.${list}`)
  const told = parts.reduce((outer, part, at) => {
    if (isNumber(part))
      return t(oneOf(parts[at - 1]) ? 'fieldPart.one' : 'fieldPart.item', { field: outer, number: Number(part) + 1 })
    const above = parts.slice(0, at).findLast((one) => !isNumber(one)) ?? ''
    if (byDimension.has(above)) return t('fieldPart.within', { field: outer, inner: part.replaceAll('-', ' ') })
    const inner = (isNumber(parts[at + 1] ?? '') && oneOf(part)) || wordOf(t, keyOf(part, above, parts[0]))
    if (inner === null) return t('fieldPart.language', { field: outer, language: languageName(part, locale) })
    return outer === '' ? inner : t('fieldPart.within', { field: outer, inner })
  }, '')
  return told.charAt(0).toUpperCase() + told.slice(1)
}

/** The message that names a part of a field. */
function keyOf(part: string, above: string, first: string | undefined): string {
  if (above === 'words' && part !== 'stages') return `disposition.${part}`
  if (above === 'stages') return `stage.${part}`
  if (above === 'pages' && part === 'about') return 'field.sitePageAbout'
  return first === 'translations' && part === 'of' ? 'field.translationOf' : `field.${part}`
}

/** What stands in a field as readers know it: closed values, dates and languages in words, anything else as it is. */
export function valueInWords(t: Translator, locale: Locale, kind: RecordKind, path: string, value: string): string {
  const parts = path.split('.').filter((part) => !isNumber(part))
  const words = closed[`${kind} ${parts.join('.')}`]
  const last = parts.at(-1) ?? ''
  if (words) return wordOf(t, `${words}.${value}`) ?? value
  if (last === 'language') return languageName(value, locale)
  return dates.has(last) && isDate(value) ? formatDate(value, locale) : value
}

/** A message by a key that is made up of data; null where there is none. */
function wordOf(t: Translator, key: string): string | null {
  return t.has(key as Parameters<Translator['has']>[0]) ? t(key as 'site.skip') : null
}

/** A language by its tag, as readers of another call it; the tag itself where that is none. */
export function languageName(tag: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag
  }
}
