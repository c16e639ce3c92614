import { typedDate } from '@/lib/asking/typed-date'
import { isDate, isInstant } from '@/lib/model'

/**
 * What a record keeps of a date that somebody typed: `2023-08-23`, `2023-08` or `2023` of one written as people write it
 * (`typedDate`), an instant with its offset without blanks around it. Whatever is neither stays as it was typed, for its author to mend.
 */
export function readDateField(typed: string): string {
  const date = typedDate(typed)
  if (isDate(date)) return date
  const plain = typed.normalize('NFKC').trim()
  return isInstant(plain) ? plain : typed.trim()
}
