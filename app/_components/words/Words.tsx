import type { ReactNode } from 'react'
import { type Locale, type Said, say, type Text } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'

/** A text in the reader's language where there is one; else it carries the language that it is really in. */
export const Words = ({ text, locale }: { text: Text; locale: Locale }) => spoken(say(text, locale), locale)

/** A picked text, marked with its language where that is not the page's. */
export const Spoken = ({ said, locale }: { said: Said; locale: Locale }) => spoken(said, locale)

const spoken = ({ text, language }: Said, locale: Locale) =>
  language === locale ? text : <Foreign language={language}>{text}</Foreign>

/** A stretch in another language than the page's; what runs the other way stays a whole, with its own signs in their places. */
export function Foreign({ language, children }: { language: string; children: ReactNode }) {
  const direction = directionOf(language)
  if (!direction) return <span lang={language}>{children}</span>
  return (
    <bdi lang={language} dir={direction}>
      {children}
    </bdi>
  )
}
