import { type Locale, type Said, say, type Text } from '@/lib/model'

/** A text in the reader's language where there is one; else it carries the language that it is really in. */
export const Words = ({ text, locale }: { text: Text; locale: Locale }) => (
  <Spoken said={say(text, locale)} locale={locale} />
)

/** A picked text, marked with its language where that is not the page's. */
export const Spoken = ({ said, locale }: { said: Said; locale: Locale }) =>
  said.language === locale ? said.text : <span lang={said.language}>{said.text}</span>
