import type { DeskWords } from './desk-messages'

/** What was done, as the audit log notes it (`draft.hand-in`), in words; what has no words of its own stays as it is noted. */
export function deedInWords(t: DeskWords, action: string): string {
  const key = `audit.deed.${action}` as 'audit.deed.publish'
  return t.has(key) ? t(key) : action
}
