import { micromark } from 'micromark'
import type { Locale } from '@/lib/model'

interface Props {
  source: string
  locale: Locale
  /** Language that the text is written in; summaries are English. */
  language?: Locale
  className: string
}

/** Markdown of our own writing; HTML in it is shown as text, dangerous addresses fall away (CommonMark's safe form). */
export function Markdown({ source, locale, language = 'en', className }: Props) {
  if (source.trim() === '') return null
  return (
    <div
      className={className}
      lang={language === locale ? undefined : language}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes HTML unless told not to
      dangerouslySetInnerHTML={{ __html: micromark(source) }}
    />
  )
}
