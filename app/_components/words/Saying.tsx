import { writing } from '@/lib/addresses/languages'
import type { Locale, Text } from '@/lib/model'
import { Words } from './Words'

/** The short wording that an alteration gives to its state, in quotation marks: “presumption of denial”. */
export function Saying({ says, locale }: { says: Text; locale: Locale }) {
  const [open, close] = writing[locale].quotes
  return (
    <span className="soft">
      {writing[locale].space}
      {open}
      <Words text={says} locale={locale} />
      {close}
    </span>
  )
}
