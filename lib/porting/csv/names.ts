import { newRecord } from '@/lib/forms/new-record'
import {
  type Actor,
  actorKinds,
  certainties,
  type DossierRecords,
  effectKinds,
  locales,
  parseRecord,
  reportKinds,
  type Source,
  sourceKinds,
  sourcings,
  stages,
  stances,
  type Text,
  wordingsOf,
} from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'
import { deskWordsIn } from '@/lib/words/desk-messages'
import { translator } from '@/lib/words/messages'
import { slugOf } from '@/lib/words/slug'
import { languageBySigns } from './cells'
import type { NameKind } from './fields'
import type { CsvPlan } from './plan'

/** A name that no record and no word has, or that a choice was made for. */
export interface Unfound {
  kind: NameKind
  /** As the first row has it. */
  text: string
  /** What the choice is kept under. */
  key: string
  rows: number
  firstLine: number
  /** '' where nobody has chosen yet. */
  choice: string
}

/** What a name stands for: an id or a word, or nothing: its row is left out, or waits for a choice. */
export type Resolved = { id: string } | 'leftOut' | 'waits'

/** Most different names that are told as not found. */
const mostUnfound = 500

const words: Partial<Record<NameKind, readonly string[]>> = {
  stance: stances,
  reportKind: reportKinds,
  sourcing: sourcings,
  effect: effectKinds,
  stage: stages,
  certainty: certainties,
}

type Choices = CsvPlan['choices']

/** Knows the records and words that rows name, by id and by name in any language, and keeps which it does not know. */
export class NameBook {
  readonly #known = new Map<NameKind, Map<string, string>>()
  readonly #unfound = new Map<string, Unfound>()
  readonly #choices: Choices
  readonly #hosts = new Map<string, string>()
  readonly #ids: Record<'source' | 'actor', Set<string>>
  readonly newSources: Source[] = []
  readonly newActors: Actor[] = []
  /** Whether there are more names than are kept. */
  hasMore = false

  constructor({ actors, changes }: DossierRecords, sources: readonly Source[], choices: Choices) {
    this.#choices = choices
    this.#known.set('source', byName(sources.map(({ id, name }) => [id, name])))
    this.#known.set('actor', byName(actors.map(({ id, name }) => [id, name])))
    this.#known.set('change', byName(changes.map(({ id, title }) => [id, title])))
    for (const [kind, list] of Object.entries(words))
      this.#known.set(kind as NameKind, vocabulary(kind as NameKind, list))
    for (const { id, url } of sources) {
      const host = hostOf(url ?? '')
      if (host !== '' && !this.#hosts.has(host)) this.#hosts.set(host, id)
    }
    this.#ids = { source: new Set(sources.map(({ id }) => id)), actor: new Set(actors.map(({ id }) => id)) }
  }

  /** What a name of a row stands for. */
  find(kind: NameKind, text: string, line: number): Resolved {
    const key = normalise(text)
    const known = this.#known.get(kind)
    const found = known?.get(text.trim()) ?? known?.get(key)
    if (found !== undefined) return { id: found }
    const unfound = this.#note(kind, text.trim(), key, line)
    const choice = unfound?.choice ?? this.#choices[kind]?.[key] ?? ''
    if (choice === '') return 'waits'
    if (choice === '-') return 'leftOut'
    const id = choice.startsWith('+') ? this.#make(kind, text.trim(), choice.slice(1)) : choice
    if (id === null) {
      // A choice that nothing can be made of is none.
      if (unfound) unfound.choice = ''
      return 'waits'
    }
    // A choice may name what is gone since: then the check of the whole says so.
    return { id }
  }

  /** The publisher on whose site an address lies; undefined where none is known. */
  publisherAt(address: string): string | undefined {
    const parts = hostOf(address).split('.')
    for (let at = 0; at < parts.length - 1; at++) {
      const found = this.#hosts.get(parts.slice(at).join('.'))
      if (found !== undefined) return found
    }
    return undefined
  }

  /** The names that were not found, those without a choice first. */
  get unfound(): Unfound[] {
    const all = [...this.#unfound.values()]
    return [...all.filter(({ choice }) => choice === ''), ...all.filter(({ choice }) => choice !== '')]
  }

  #note(kind: NameKind, text: string, key: string, line: number): Unfound | undefined {
    const place = `${kind} ${key}`
    const there = this.#unfound.get(place)
    if (there) {
      there.rows++
      return there
    }
    if (this.#unfound.size >= mostUnfound) {
      this.hasMore = true
      return undefined
    }
    const noted = { kind, text, key, rows: 1, firstLine: line, choice: this.#choices[kind]?.[key] ?? '' }
    this.#unfound.set(place, noted)
    return noted
  }

  /** Makes a publisher or an actor of a name; null where that is no sound record. */
  #make(kind: NameKind, text: string, as: string): string | null {
    if (kind !== 'source' && kind !== 'actor') return null
    const kinds: readonly string[] = kind === 'source' ? sourceKinds : actorKinds
    const id = this.#freeId(kind, slugOf(text) || (kind === 'source' ? 'publisher' : 'actor'))
    const data = { ...newRecord(kind, id, text, languageBySigns(text)), kind: as }
    if (!kinds.includes(as)) return null
    const parsed = kind === 'source' ? parseRecord('source', data) : parseRecord('actor', data)
    if (!parsed.ok) return null
    if (kind === 'source') this.newSources.push(parsed.record as Source)
    else this.newActors.push(parsed.record as Actor)
    this.#ids[kind].add(id)
    this.#known.get(kind)?.set(normalise(text), id)
    return id
  }

  #freeId(kind: 'source' | 'actor', wanted: string): string {
    let id = wanted
    for (let next = 2; this.#ids[kind].has(id); next++) id = `${wanted}-${next}`
    return id
  }
}

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''

/** Ids by themselves and by every wording of their names; an id comes before a name. */
function byName(records: readonly (readonly [id: string, name: Text])[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [id, name] of records)
    for (const { text } of wordingsOf(name)) if (!found.has(normalise(text))) found.set(normalise(text), id)
  for (const [id] of records) found.set(id, id)
  return found
}

/** The words of a vocabulary, by themselves and as site and desk say them in each language. */
function vocabulary(kind: NameKind, list: readonly string[]): Map<string, string> {
  const found = new Map<string, string>()
  for (const locale of locales) {
    const [site, desk] = [translator(locale), deskWordsIn(locale)]
    for (const word of list) {
      const said = [
        message(site, `${kind === 'reportKind' ? 'kind' : kind}.${word}`),
        message(desk, `word.${kind}.${word}`),
      ]
      for (const one of said) if (one !== null && !found.has(normalise(one))) found.set(normalise(one), word)
    }
  }
  for (const word of list) {
    found.set(word, word)
    found.set(word.replaceAll('_', ' '), word)
  }
  return found
}

interface Says {
  (key: string): string
  has(key: string): boolean
}

function message(words: unknown, key: string): string | null {
  const says = words as Says
  return says.has(key) ? says(key) : null
}
