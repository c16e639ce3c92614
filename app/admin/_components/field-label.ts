import { deskLanguage } from '@/lib/addresses/names'
import { fieldInWords } from '@/lib/words/field-words'
import { translator } from '@/lib/words/messages'

const t = translator(deskLanguage)

/** A field as its form calls it, by its path: `effects.0.stage` is “Effects, 1: stage”. */
export const fieldLabel = (path: string): string => fieldInWords(t, deskLanguage, path)
