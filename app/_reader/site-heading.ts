import { type Locale, type Site, say } from '@/lib/model'
import type { Translator } from '@/lib/words/messages'

/** The line of a site as a heading, without its full stop; where it has none in the language, what every tracker can say of itself. */
export function siteHeading(
  site: Pick<Site, 'name' | 'line'>,
  { locale, t }: { locale: Locale; t: Translator },
): string {
  const line = say(site.line, locale)
  const isOwn = line.language === locale && line.text !== say(site.name, locale).text
  return isOwn ? line.text.replace(/[.。]$/u, '') : t('home.title')
}
