import type { Box } from '@/lib/text/boxes'
import { dimensionName, nameOfValue } from '@/lib/text/names'
import { listInWords } from '@/lib/text/sentence'
import type { Reading } from './reading'

/** A block of cases in words: “Weapons · agreement countries · minesweeping”. */
export function boxInWords({ dossier, locale, t }: Reading, { values }: Box): string {
  const parts = dossier.dimensions
    .filter(({ id }) => values[id])
    .map((dimension) => {
      const names = (values[dimension.id] ?? []).map((id) => nameOfValue(dimension, id, locale).text)
      const shown = names.length > 4 ? [...names.slice(0, 3), t('unit.more', { count: names.length - 3 })] : names
      return t('unit.of', { label: dimensionName(dimension, locale).text, text: listInWords(shown, locale) })
    })
  return parts.length === 0 ? t('ask.allCases') : parts.join(locale === 'ja' ? '、' : '; ')
}
