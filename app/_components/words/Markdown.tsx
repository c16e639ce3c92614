import { LRUCache } from 'lru-cache'
import { micromark, type Options } from 'micromark'
import { plainLanguage } from '@/lib/addresses/names'
import type { Locale } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'

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

const [bang, bracket] = [33, 91]

/**
 * No image is drawn: it would be asked for at another host, and shown in our name. What would be one is the link to it; its mark
 * falls away.
 */
const withoutImages: NonNullable<Options['extensions']>[number] = {
  disable: { null: ['labelStartImage'] },
  text: {
    [bang]: {
      name: 'imageMark',
      tokenize: (effects, ok, nok) => (code) => {
        effects.enter('labelImageMarker')
        effects.consume(code)
        effects.exit('labelImageMarker')
        return (next) => (next === bracket ? ok(next) : nok(next))
      },
    },
  },
}

function htmlOf(source: string): string {
  const known = made.get(source)
  if (known !== undefined) return known
  const html = micromark(source, { extensions: [withoutImages] })
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
      // biome-ignore lint/security/noDangerouslySetInnerHtml: micromark escapes HTML unless told not to
      dangerouslySetInnerHTML={{ __html: htmlOf(source) }}
    />
  )
}
