import { type Locale, type Said, say, type Text } from '@/lib/model'

/** A text in the reader's language where there is one; else it carries the language that it is really in. */
export const Words = ({ text, locale }: { text: Text; locale: Locale }) => spoken(say(text, locale), locale)

/** A picked text, marked with its language where that is not the page's. */
export const Spoken = ({ said, locale }: { said: Said; locale: Locale }) => spoken(said, locale)

const spoken = ({ text, language }: Said, locale: Locale) =>
  language === locale ? text : <span lang={language}>{text}</span>
