import { LRUCache } from 'lru-cache'
import { plainLanguage } from '@/lib/addresses/names'
import type { Locale } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'
import { markdownHtml } from '@/lib/words/markdown'

interface Props {
  source: string
  locale: Locale
  /** Language that the text is written in; left out, that of plain texts. */
  language?: string
  className: string
}

/** The same few texts stand on many pages. In characters of source and of HTML. */
const made = new LRUCache<string, string>({
  maxSize: 4_000_000,
  sizeCalculation: (html, source) => html.length + source.length,
})

function htmlOf(source: string): string {
  const known = made.get(source)
  if (known !== undefined) return known
  const html = markdownHtml(source)
  made.set(source, html)
  return html
}

/** Markdown of our own writing; HTML in it is shown as text, dangerous addresses fall away (CommonMark's safe form). */
export function Markdown({ source, locale, language = plainLanguage, className }: Props) {
  if (source.trim() === '') return null
  return (
    <div
      className={className}
      lang={language === locale ? undefined : language}
      dir={
        language === locale || directionOf(language) === directionOf(locale)
          ? undefined
          : (directionOf(language) ?? 'ltr')
      }
      // biome-ignore lint/security/noDangerouslySetInnerHtml: HTML in the text is escaped
      dangerouslySetInnerHTML={{ __html: htmlOf(source) }}
    />
  )
}
