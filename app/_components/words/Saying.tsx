import { writingOf } from '@/lib/addresses/languages'
import { type Locale, say, type Text } from '@/lib/model'
import { quotedInside } from '@/lib/words/quoted'
import { Spoken } from './Words'

/** The short wording that an alteration gives to its state, in quotation marks: “presumption of denial”. */
export function Saying({ says, locale }: { says: Text; locale: Locale }) {
  const said = say(says, locale)
  const [open, close] = writingOf(locale).quotes
  return (
    <span className="soft">
      {writingOf(locale).space}
      {open}
      <Spoken said={{ ...said, text: quotedInside(said.text) }} locale={locale} />
      {close}
    </span>
  )
}
