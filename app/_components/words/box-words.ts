import type { Reading } from '@/app/_reader/reading'
import type { Box } from '@/lib/policy'
import { dimensionName, nameOfValue } from '@/lib/words/names'
import { listInWords } from '@/lib/words/sentence'

/** A block of cases in words: “Weapons · agreement countries · minesweeping”. */
export function boxInWords(
  { dossier, locale, t }: Pick<Reading, 'dossier' | 'locale' | 't'>,
  { values }: Pick<Box, 'values'>,
): string {
  const parts = dossier.dimensions
    .filter(({ id }) => values[id])
    .map((dimension) => {
      const picked = values[dimension.id] ?? []
      const named = picked.slice(0, picked.length > 4 ? 3 : 4).map((id) => nameOfValue(dimension, id, locale).text)
      const left = picked.length - named.length
      const shown = left > 0 ? [...named, t('unit.more', { count: left })] : named
      return t('unit.of', { label: dimensionName(dimension, locale).text, text: listInWords(shown, locale) })
    })
  return parts.length === 0 ? t('ask.allCases') : parts.join(t('unit.clauseSeparator'))
}
