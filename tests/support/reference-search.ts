import { stemmer } from 'stemmer'
import type { ContentTree } from '@/lib/content'
import { firstDay, publishedDate, type Report } from '@/lib/model'
import { fieldsOf, namesIn, searchedKinds } from '@/lib/search/fields'
import type { Form, Part } from '@/lib/search/query'
import type { SearchQuery } from '@/lib/search/synonyms'
import { inModernKanji } from '@/lib/terms/kanji'
import { stem } from '@/lib/terms/stems'

/*
 * The search as a plain walk over all records, to hold both engines against: no stored text, no index, no SQL. A record holds a
 * part where one of its wordings does, read word by word.
 */

interface Place {
  key: string
  dossier: string
  kind: number
  day: string
  title: string[]
  all: string[]
}

const plain = (text: string) =>
  [...inModernKanji(text.normalize('NFKC').toLowerCase())]
    .map((sign) => (/[ァ-ヶヽヾ]/u.test(sign) ? String.fromCodePoint((sign.codePointAt(0) ?? 0) - 96) : sign))
    .join('')
    .replace(/[‐‑‒–−]/g, '-')
    .replace(/[〜∼]/g, '~')
    .replace(/[\p{Cf}\p{Cs}]+/gu, '')
    .split(/[\p{Cc}\s]+/u)
    .filter((word) => word !== '')
    .join(' ')

/** Words and numbers; a single letter that stands at a number, with a hyphen or none between, is marked as such. */
const wordsOf = (text: string) =>
  text
    .replace(/(?<!\p{Script=Latin}['’]?)(\p{Script=Latin})-?(?=\p{N})/gu, ' $1¤ ')
    .replace(/(?<=\p{N})-?(\p{Script=Latin})(?!['’]?\p{Script=Latin}|¤)/gu, ' ¤$1 ')
    .match(/\p{Script=Latin}+(?:['’]\p{Script=Latin}+)?¤?|¤\p{Script=Latin}|\p{N}+/gu)
    ?.map((word) => (word.includes('¤') ? word.replace('¤', '-') : stem(word.replace(/['’]s$/, '')))) ?? []

const joinedOf = (text: string) =>
  (text.match(/\p{Script=Latin}+(?:-\p{Script=Latin}+)+/gu) ?? []).map((words) => stem(words.split('-').join('')))

function holds(wording: string, form: Form): boolean {
  if (form.kind === 'text') return wording.includes(form.text)
  const sought = form.kind === 'words' ? form.stems : [...form.before, form.text]
  const fits = (word: string | undefined, ahead: number) =>
    form.kind === 'start' && ahead === form.before.length ? word?.startsWith(form.text) : word === sought[ahead]
  const runs = [wordsOf(wording), ...joinedOf(wording).map((word) => [word])]
  return runs.some((words) => words.some((_, at) => sought.every((_one, ahead) => fits(words[at + ahead], ahead))))
}

const holdAll = (wordings: readonly string[], parts: readonly Part[]) =>
  parts.every(({ forms }) => forms.some((form) => wordings.some((wording) => holds(wording, form))))

/** Everything that can be found in a content tree, as `kind dossier id`. */
export function referenceSearch({ dossiers, sources }: ContentTree) {
  const places: Place[] = []
  for (const records of dossiers) {
    const names = namesIn(records, sources)
    const { dossier } = records
    const add = (kind: (typeof searchedKinds)[number], record: { id: string }, day = '') => {
      const { title, rest } = fieldsOf(kind, record as never, names)
      places.push({
        key: `${kind} ${dossier.id} ${record.id}`,
        dossier: dossier.id,
        kind: searchedKinds.indexOf(kind),
        day,
        title: title.map(({ text }) => plain(text)),
        all: [...title, ...rest].map(({ text }) => plain(text)),
      })
    }
    add('dossier', dossier)
    for (const rule of records.rules) add('rule', rule)
    for (const change of records.changes) add('change', change)
    for (const actor of records.actors) add('actor', actor)
    for (const report of records.reports) add('report', report, dayOf(report, dossier.timeZone))
  }
  for (const source of sources) {
    const title = fieldsOf('source', source, null).title.map(({ text }) => plain(text))
    places.push({
      key: `source  ${source.id}`,
      dossier: '',
      kind: searchedKinds.indexOf('source'),
      day: '',
      title,
      all: title,
    })
  }
  return ({ parts, readings }: SearchQuery): string[] => {
    if (parts.length === 0) return []
    const rank = (place: Place): number => {
      const within = readings.filter(({ dossier }) => dossier === place.dossier).map((reading) => reading.parts)
      const anyHolds = (wordings: string[]) => within.some((one) => holdAll(wordings, one))
      if (holdAll(place.title, parts)) return 0
      if (anyHolds(place.title)) return 1
      if (holdAll(place.all, parts)) return 2
      return anyHolds(place.all) ? 3 : 4
    }
    const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
    return places
      .map((place) => ({ place, rank: rank(place) }))
      .filter((found) => found.rank < 4)
      .sort(
        (a, b) =>
          a.rank - b.rank ||
          a.place.kind - b.place.kind ||
          compare(b.place.day, a.place.day) ||
          compare(a.place.key, b.place.key),
      )
      .map(({ place }) => place.key)
  }
}

const dayOf = ({ published }: Report, timeZone: string) => firstDay(publishedDate(published, timeZone))

/** A word in other endings than it has. */
export const inflected = (word: string): string[] => {
  const root = stemmer(word)
  return [`${root}s`, `${root}ed`, `${root}ing`, `${word}s`, word.slice(0, -1)].filter((one) => one.length > 1)
}
