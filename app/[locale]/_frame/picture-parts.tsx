import { DispositionGlyph } from '@/app/_components/words/Disposition'
import type { Reader, Reading } from '@/app/_reader/reading'
import { type DateText, say } from '@/lib/model'
import type { Card } from '@/lib/pictures/card'
import { palette } from '@/lib/pictures/palette'
import { formatDate } from '@/lib/words/dates'
import type { ShownDisposition } from '@/lib/words/own-words'
import { drawingOf } from './markup'

type Framed = Pick<Card, 'language' | 'site' | 'accent' | 'belongsTo' | 'foot'>

/** What every picture says of where it comes from: site, dossier, day and edition. */
export function framed(reader: Reader | Reading, on = reader.today): Framed {
  const { locale, t, edition } = reader
  return {
    language: locale,
    site: reader.siteName,
    accent: reader.site.accent,
    belongsTo: 'dossier' in reader ? say(reader.dossier.title, locale).text : undefined,
    foot: [t('preview.asOf', { date: formatDate(on, locale) }), editionInWords(reader, edition.number)],
  }
}

const editionInWords = ({ t }: Reader, number: number): string =>
  number === 0 ? t('site.noEdition') : t('edition.number', { number })

type ToneName = keyof typeof palette
const isTone = (value: string): value is ToneName => Object.hasOwn(palette, value)

/** An answer or a state as a picture shows it. */
export function pictured(reader: Reader, value: ShownDisposition, said: { word: string; since?: DateText | null }) {
  const { t, locale } = reader
  const glyph = drawingOf(<DispositionGlyph value={value} />)
  if (!glyph) return undefined
  return {
    glyph,
    tone: palette[isTone(value) ? value : 'unstated'],
    word: said.word,
    beside: said.since ? t('preview.since', { date: formatDate(said.since, locale) }) : undefined,
  }
}

/** What a picture says, for those who do not see it. */
export function altOf({ t }: Reader, { heading, asks, state }: Pick<Card, 'heading' | 'asks' | 'state'>): string {
  const about = asks ? t('preview.alt', { heading, state: asks }) : heading
  return t('preview.alt', {
    heading: about,
    state: state ? [state.word, state.beside].filter(Boolean).join(' ') : 'none',
  })
}
