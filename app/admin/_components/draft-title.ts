import { fieldAt } from '@/lib/forms/fields'

interface Titled {
  recordId: string
  data: unknown
}

/** What a draft is called in lists: its headline, title or name so far, else its id. */
export function draftTitle({ recordId, data }: Titled): string {
  for (const field of ['headline', 'title', 'name']) {
    const said = fieldAt(data, `${field}.en`) || fieldAt(data, `${field}.ja`)
    if (said) return said
  }
  return recordId
}
