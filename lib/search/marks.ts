import { english } from '@/lib/addresses/names'
import { inOneKana, normalise } from '@/lib/terms/normalise'
import { occurrences } from '@/lib/terms/occurrences'
import { compoundTokens, stemTokens, type Token } from '@/lib/terms/stems'
import type { Form, Part } from './query'

/** Where a part of a search stands in a text, in UTF-16 units of the text as it is written. */
export interface Mark {
  start: number
  end: number
  part: Part
}

/** Every place of a text where a part of a search occurs, in the order of the text; places may overlap. */
export function marksIn(text: string, parts: readonly Part[]): Mark[] {
  const { normal: read, places } = normalisedWithPlaces(text)
  const normal = inOneKana(read)
  // Words stand next to each other within a run only.
  const runs = [stemTokens(normal), ...compoundTokens(normal).map((compound) => [compound])]
  return parts
    .flatMap((part) =>
      part.forms.flatMap((form) =>
        placesOf(form, normal, runs).map(([start, end]) => ({
          start: places[start] ?? 0,
          end: places[end] ?? text.length,
          part,
        })),
      ),
    )
    .sort((a, b) => a.start - b.start || b.end - a.end)
}

function placesOf(form: Form, normal: string, runs: readonly Token[][]): [number, number][] {
  if (form.kind === 'text') return occurrences(normal, form.text)
  const whole = form.kind === 'words' ? form.stems : form.before
  const length = whole.length + (form.kind === 'start' ? 1 : 0)
  return runs.flatMap((tokens) =>
    tokens.flatMap(({ start }, at): [number, number][] => {
      const last = tokens[at + length - 1]
      const fits = last && (form.kind === 'words' || last.stem.startsWith(form.text))
      return fits && whole.every((stem, ahead) => tokens[at + ahead]?.stem === stem) ? [[start, last.end]] : []
    }),
  )
}

const graphemes = new Intl.Segmenter(english, { granularity: 'grapheme' })

/** A text normalised, and for each of its units where that came from. What normalising joins stays together. */
function normalisedWithPlaces(text: string): { normal: string; places: number[] } {
  const places: number[] = []
  let normal = ''
  let end = 0
  for (const { segment, index } of graphemes.segment(text)) {
    const isGap = /^[\p{Cc}\s]+$/u.test(segment.normalize('NFKC'))
    const piece = isGap ? (normal.endsWith(' ') || normal === '' ? '' : ' ') : normalise(segment)
    for (let unit = 0; unit < piece.length; unit++) places.push(index)
    normal += piece
    if (!isGap) end = index + segment.length
  }
  places.push(end)
  return { normal, places }
}
