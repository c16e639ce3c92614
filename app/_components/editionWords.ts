import type { Edition } from '@/db/queries/edition'
import { recordKinds } from '@/lib/model'
import { listInWords } from '@/lib/text/sentence'
import type { Reader } from './reading'

/** What an edition changed, in words: “3 reports new, 1 rule changed”. */
export function editionInWords({ t, locale }: Reader, { summary }: Edition): string {
  const parts = recordKinds.flatMap((kind) => {
    const tally = summary.records[kind]
    if (!tally) return []
    return (['created', 'updated', 'removed'] as const).flatMap((what) =>
      tally[what] > 0 ? [t(`edition.${what}`, { count: tally[what], kind })] : [],
    )
  })
  return parts.length === 0 ? t('edition.nothing') : listInWords(parts, locale)
}
