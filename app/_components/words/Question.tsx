import type { Dossier, Locale } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'
import { fillQuestion } from '@/lib/words/sentence'

/** The dossier's question with its blanks filled; what was filled in is set apart. */
export function Question({
  dossier,
  question,
  locale,
}: {
  dossier: Dossier
  question: Record<string, string>
  locale: Locale
}) {
  return fillQuestion(dossier, question, locale).map(({ text, language, value }) => {
    const lang = language === locale ? undefined : language
    if (value)
      return (
        <em key={text} lang={lang} dir={lang && directionOf(lang)}>
          {text}
        </em>
      )
    return (
      <span key={text} lang={lang} dir={lang && directionOf(lang)}>
        {text}
      </span>
    )
  })
}
