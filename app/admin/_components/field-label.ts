import type { Locale } from '@/lib/model'
import { fieldInWords } from '@/lib/words/field-words'
import { translator } from '@/lib/words/messages'

/** A field as its form calls it, by its path: `effects.0.stage` is “Effects, 1: stage”. */
export const fieldLabel = (locale: Locale, path: string): string => fieldInWords(translator(locale), locale, path)

/** Where the form of a record has a field, as the end of a link; one of a list of ids stands in the field of the list. */
export const fieldAnchor = (path: string): string => (path === '' ? '' : `#f-${path.replace(/\.\d+$/, '')}`)
