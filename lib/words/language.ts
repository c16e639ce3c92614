import { match } from '@formatjs/intl-localematcher'
import { type Locale, locales, usualLocale } from '@/lib/model'

interface LanguageRange {
  /** In the form of BCP 47, or `*`. */
  tag: string
  quality: number
}

/**
 * The language to answer in, by an `Accept-Language` (RFC 9110, section 12.5.4): the one that is rated highest by its own name,
 * else by `*`; one rated 0 only when there is no other. Tags that are none fall away one by one. The first of ours where nothing decides.
 */
export function languageFor(accepted: string, languages: readonly Locale[] = locales): Locale {
  const [first = usualLocale] = languages
  const asked = accepted.split(',').flatMap(readAsked)
  const ratingOf = (locale: Locale): number | undefined => {
    const own = asked.filter(({ tag }) => tag.split('-')[0]?.toLowerCase() === locale)
    const rated = own.length > 0 ? own : asked.filter(({ tag }) => tag === '*')
    return rated.length > 0 ? Math.max(...rated.map(({ quality }) => quality)) : undefined
  }
  const rated = languages.map((locale) => ({ locale, rating: ratingOf(locale) }))
  const [best] = rated.filter(({ rating = 0 }) => rating > 0).sort((a, b) => placeOf(asked, a) - placeOf(asked, b))
  if (best) return best.locale
  const left = rated.flatMap(({ locale, rating }) => (rating === undefined ? [locale] : []))
  const [usual = first] = left
  const tags = asked.filter(({ tag, quality }) => tag !== '*' && quality > 0).map(({ tag }) => tag)
  return left.length > 0 ? (match(tags, left, usual) as Locale) : first
}

/** Lower comes first: by rating, then by the order of the header. */
function placeOf(
  asked: readonly LanguageRange[],
  { locale, rating = 0 }: { locale: Locale; rating?: number | undefined },
): number {
  const named = asked.findIndex(({ tag }) => tag.split('-')[0]?.toLowerCase() === locale)
  return -rating * 1000 + (named < 0 ? asked.length : named) / (asked.length + 1)
}

function readAsked(part: string): LanguageRange[] {
  const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim())
  const given = parameters.find((parameter) => /^q\s*=/i.test(parameter))?.split('=')[1]
  const quality = given === undefined ? 1 : Number(given)
  if (!(quality >= 0 && quality <= 1)) return []
  if (name === '*') return [{ tag: name, quality }]
  try {
    // Some write ja_JP, as systems do.
    const [tag] = Intl.getCanonicalLocales(name.replaceAll('_', '-'))
    return tag === undefined ? [] : [{ tag, quality }]
  } catch {
    return []
  }
}
