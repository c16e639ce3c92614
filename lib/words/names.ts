import { english, plainLanguage } from '@/lib/addresses/names'
import { type Dimension, findAskable, findValue, type Locale, type Said, say, type Text, type Value } from '@/lib/model'

/** A value of a dimension, or what stands in its place: a group, a member, the dimension itself. */
interface Named {
  id: string
  name?: Text | undefined
}

const spaced = (id: string): string => {
  const words = id.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** As a label: an English name that is written for use in sentences gets its capital and loses its article. */
function asLabel(said: Said): Said {
  if (said.language !== english) return said
  const text = said.text.replace(/^(?:the|an?) (?=[\p{L}\p{N}])/iu, '')
  return { ...said, text: text.charAt(0).toUpperCase() + text.slice(1) }
}

/** Names of values are told in every table and choice of a page: each is worked out once per language. */
function once<One extends Named>(tell: (named: One, locale: Locale) => Said) {
  const told = new Map<Locale, WeakMap<One, Said>>()
  return (named: One, locale: Locale): Said => {
    const ofLocale = told.get(locale) ?? new WeakMap<One, Said>()
    told.set(locale, ofLocale)
    const said = ofLocale.get(named) ?? tell(named, locale)
    ofLocale.set(named, said)
    return said
  }
}

const label = once((named: Named, locale) =>
  asLabel(named.name ? say(named.name, locale) : { text: spaced(named.id), language: plainLanguage }),
)

/** The name of a value, a group or a member as a label, in the reader's language; without a name its id, spelled as words. */
export const valueName = (value: Named, locale: Locale): Said => label(value, locale)

/** As `valueName`, for a value known by its id. */
export function nameOfValue(dimension: Dimension, id: string, locale: Locale): Said {
  const value = findAskable(dimension, id)
  return value ? valueName(value, locale) : { text: id, language: plainLanguage }
}

/** As `valueName`, of a dimension. */
export const dimensionName = (dimension: Dimension, locale: Locale): Said => label(dimension, locale)

/** A dimension's name as it stands inside a sentence: an English one loses its capital, unless that begins an abbreviation. */
export function dimensionInSentence(dimension: Dimension, locale: Locale): Said {
  const said = dimensionName(dimension, locale)
  return said.language === english && /^[A-Z][a-z]/u.test(said.text) ? uncapitalised(said) : said
}

const uncapitalised = (said: Said): Said => ({
  ...said,
  text: said.text.charAt(0).toLowerCase() + said.text.slice(1),
})

/** What a jurisdiction is called: the name of a region for its code (`JP`, `EU`), any other text as it stands. */
export function jurisdictionName(jurisdiction: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: 'region' }).of(jurisdiction) ?? jurisdiction
  } catch {
    return jurisdiction
  }
}

/**
 * A value's name as it stands inside a sentence: an English name loses its capital where a term that news text uses for the value begins
 * with the same word without one. Else it stays as it was written: nobody can tell England from equipment by the letters.
 */
export const nameInSentence = once((value: Pick<Value, 'id' | 'name' | 'terms'>, locale: Locale): Said => {
  const said = value.name ? say(value.name, locale) : valueName(value, locale)
  if (said.language !== english || !/^[A-Z][a-z]/u.test(said.text)) return said
  const [first = ''] = said.text.split(/[\s-]/u)
  const spelled = value.terms?.[english]
    ?.flatMap((term) => term.split(/[\s-]/u))
    .find((word) => word.toLowerCase() === first.toLowerCase())
  return spelled !== undefined && !/^[A-Z]/u.test(spelled) ? uncapitalised(said) : said
})

/** As `nameInSentence`, for a value known by its id. */
export function nameOfValueInSentence(dimension: Dimension, id: string, locale: Locale): Said {
  const value = findValue(dimension, id) ?? dimension.groups?.find((group) => group.id === id)
  if (value) return nameInSentence(value, locale)
  const member = findAskable(dimension, id)
  if (!member) return { text: id, language: plainLanguage }
  // A member is called by its proper name.
  return member.name ? say(member.name, locale) : valueName(member, locale)
}
