import type { Reader } from '@/app/_reader/reading'
import type { Edition } from '@/db/queries/edition'
import { recordKinds } from '@/lib/model'
import { listInWords } from '@/lib/words/sentence'

/** What an edition changed, in words: “3 reports new, 1 report retracted, 1 rule changed”. */
export function editionInWords({ t, locale }: Reader, { summary }: Edition, retracted = 0): string {
  const parts = recordKinds.flatMap((kind) => {
    const tally = summary.records[kind]
    if (!tally) return []
    const gone = kind === 'report' ? Math.min(retracted, tally.updated) : 0
    const counts = { ...tally, updated: tally.updated - gone }
    const told = (['created', 'updated', 'removed'] as const).flatMap((what) =>
      counts[what] > 0 ? [t(`edition.${what}`, { count: counts[what], kind })] : [],
    )
    return gone > 0 ? [...told, t('edition.retracted', { count: gone })] : told
  })
  return parts.length === 0 ? t('edition.nothing') : listInWords(parts, locale)
}
