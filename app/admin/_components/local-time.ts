import type { DeskWords } from '@/lib/words/desk-messages'

/** What is wrong with a local time that was typed, as the end of a sentence. */
export const sayLocalTime = (t: DeskWords, reason: 'unreadable' | 'skipped', zone: string): string =>
  reason === 'skipped' ? t('publish.skipped', { zone }) : t('publish.unreadable')
