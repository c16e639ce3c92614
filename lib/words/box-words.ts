import type { Dossier, Locale } from '@/lib/model'
import type { Translator } from './messages'
import { dimensionName, nameOfValue } from './names'
import { listInWords } from './sentence'

/** In whose words: those of a dossier, in a language. */
interface BoxReading {
  dossier: Dossier
  locale: Locale
  t: Translator
}

/** A block of cases in words: “Weapons · agreement countries · minesweeping”. */
export function boxInWords(
  { dossier, locale, t }: BoxReading,
  { values }: { values: Readonly<Record<string, readonly string[]>> },
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
