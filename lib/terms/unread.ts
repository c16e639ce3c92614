import { type Dossier, wordings } from '@/lib/model'
import { inOneForm, normalise } from './normalise'
import { stem, stemTokens } from './stems'
import { placesRead } from './terms'

/** English words that only join others. */
const joining = new Set(
  `a an the this that these those its their his her it they we i you he she us of to for from in on at by with without within
  into onto over under between among about as than per via and or but nor if whether not no any some all such like own also
  only just still yet now then there here who whom whose which what when where why how is are was were be been being am do does
  did done has have had having may might can could will would shall should must let go goes going gone went get give given`
    .split(/\s+/)
    .map(stem),
)

/**
 * Japanese particles, and the verbs and words that only close a question. None is made of others: each text can be taken apart in
 * one way only, or trying them all would take for ever.
 */
const particles =
  /^(?:から|まで|など|だけ|しか|のみ|より|ため|について|における|において|による|に対する|の|を|に|へ|と|が|は|も|や|で|か|する|した|して|される|された|され|できる|できます|です|ます|ある|いる|なる|よい|いい|どう|こと)+$/u
const closing = /可能|認められる|認める|許される/gu
const hiragana = /(\p{Script=Hiragana}+)/u
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]+|[\p{L}\p{N}\p{M}]+(?:['’.-][\p{L}\p{N}\p{M}]+)*/gu
const japanese = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

/**
 * What a dossier does not understand of a question in news words, in the order and the spelling of the text: neither a name nor
 * a term that it has, nor a word of its own title and question, nor one that only joins others. Words side by side stay together.
 */
export function unreadWords(dossier: Dossier, text: string): string[] {
  const normal = normalise(text)
  const read = placesRead(dossier, text)
  const own = ownWords(dossier)
  const joins = (said: string) => joining.has(stem(said)) || stemTokens(said).every((token) => own.has(token.stem))
  const unread: { start: number; end: number }[] = []
  for (const { start, end } of piecesOf(normal, read)) {
    if (!japanese.test(normal.slice(start, end)) && joins(normal.slice(start, end))) continue
    const last = unread.at(-1)
    if (last && normal.slice(last.end, start) === ' ') last.end = end
    else unread.push({ start, end })
  }
  const spelled = asWritten(text, normal)
  return [...new Set(unread.map(({ start, end }) => spelled.slice(start, end).join('')))]
}

/** For each unit of a normalised text what stands there as it was typed; where the two do not run side by side, what was normalised. */
function asWritten(text: string, normal: string): string[] {
  const written = text.normalize('NFKC').replace(/\s+/gu, ' ').trim()
  const units = [...written].flatMap((sign) => [sign, ...Array.from(inOneForm(sign).slice(1), () => '')])
  return inOneForm(written) === normal && units.length === normal.length ? units : normal.split('')
}

/** The words of a normalised text outside the places that are read, Japanese cut at its particles. */
function piecesOf(normal: string, read: ReadonlySet<number>): { start: number; end: number }[] {
  const open = Array.from({ length: normal.length }, (_, at) => (read.has(at) ? ' ' : normal[at]))
    .join('')
    .replace(closing, (said) => ' '.repeat(said.length))
  return [...open.matchAll(word)].flatMap(({ 0: said, index }) => {
    if (!japanese.test(said)) return [{ start: index, end: index + said.length }]
    let at = index
    const pieces: { start: number; end: number }[] = []
    for (const part of said.split(hiragana)) {
      const last = pieces.at(-1)
      if (part !== '' && !particles.test(part)) {
        if (last?.end === at) last.end += part.length
        else pieces.push({ start: at, end: at + part.length })
      }
      at += part.length
    }
    return pieces
  })
}

/** Stems of what the dossier says of itself: in its title, and in its question beside the values. */
const ownWords = ({ title, question }: Dossier): Set<string> =>
  new Set(
    [title, question ?? '']
      .flatMap(wordings)
      .flatMap((said) => stemTokens(normalise(said.replace(/\{.*?\}/g, ' '))))
      .map((token) => token.stem),
  )
