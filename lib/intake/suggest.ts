import { english, japanese } from '@/lib/addresses/names'
import {
  type EffectKind,
  effectKinds,
  mostQuotedWords,
  type Said,
  type Stage,
  type Stance,
  stages,
  stances,
  type Terms,
  wordingsOf,
} from '@/lib/model'
import { type Compiled, type CompiledChange, lifeOf, momentAt } from '@/lib/policy'
import { normalise } from '@/lib/terms/normalise'
import { saidIn, valuesNamed } from '@/lib/terms/terms'
import { changeProfiles, closeness, type NamedValue, type Profile } from './change-profile'
import newsWords from './news-words.json'
import { indexOf, type Mention, mentionsIn, type PhraseIndex } from './phrase-index'

/** A passage of a text, word for word, short enough to be quoted. */
export interface QuotedPassage {
  text: string
  language: string
}

/** An effect that a text may tell of, and the passage that led to it. */
export interface SuggestedEffect {
  change: string
  kind: EffectKind
  stage: Stage | null
  quote: QuotedPassage
  /** How sure it is; only its order means something. */
  score: number
}

/** A position that a text may tell of, and the passage that led to it. */
export interface SuggestedPosition {
  actor: string
  change: string
  stance: Stance
  quote: QuotedPassage
  score: number
}

export interface Suggestions {
  effects: SuggestedEffect[]
  positions: SuggestedPosition[]
  /** What the text names at all: values by dimension, actors; each once. */
  values: NamedValue[]
  actors: string[]
}

/** What the words of a text may stand for. */
type Named =
  | ({ what: 'value' } & NamedValue)
  | { what: 'actor'; id: string }
  | { what: 'stage'; stage: Stage }
  | { what: 'kind'; kind: EffectKind }
  | { what: 'stance'; stance: Stance }

const most = 8
/** A sentence that is nearer to a change than this speaks of it. */
const near = 1
/** Longest text that is read, in characters: more than any article has. */
const longest = 100_000

/** What a dossier is read with; made once for each compiled form. */
interface Reading {
  index: PhraseIndex<Named>
  profiles: Profile[]
}
const readings = new WeakMap<Compiled, Reading>()

function readingOf(compiled: Compiled): Reading {
  const kept = readings.get(compiled)
  if (kept) return kept
  const { dossier, actors } = compiled.records
  const fromWords = <Key extends string>(
    keys: readonly Key[],
    words: Record<string, Terms>,
    name: (key: Key) => Named,
  ) =>
    keys.flatMap((key) => (Object.hasOwn(words, key) ? [{ named: name(key), terms: saidIn(words[key] as Terms) }] : []))
  const index = indexOf<Named>([
    ...valuesNamed(dossier).map(({ named: { dimension, value }, terms }) => ({
      named: { what: 'value' as const, dimension: dimension.id, value: value.id },
      terms: [...terms, ...('includes' in value ? saidIn(value.includes ?? {}) : [])],
    })),
    ...actors.map(({ id, name }) => ({ named: { what: 'actor' as const, id }, terms: namesOf(wordingsOf(name)) })),
    ...fromWords(stages, newsWords.stages, (stage) => ({ what: 'stage', stage })),
    ...fromWords(effectKinds, newsWords.kinds, (kind) => ({ what: 'kind', kind })),
    ...fromWords(stances, newsWords.stances, (stance) => ({ what: 'stance', stance })),
  ])
  const reading = { index, profiles: changeProfiles(compiled) }
  readings.set(compiled, reading)
  return reading
}

/** What an actor is called, and the name without what stands in brackets behind it. */
const namesOf = (said: readonly Said[]): Said[] =>
  said.flatMap((one) => {
    const bare = one.text.replace(/\s*[（(].*[)）]\s*$/u, '')
    return bare !== one.text && bare !== '' ? [one, { ...one, text: bare }] : [one]
  })

/** A sentence with what it names. */
interface Sentence {
  text: string
  mentions: Mention<Named>[]
  normal: string
}

/**
 * What a text of the news may say of a dossier on a day, each with the passage that led to it: a proposal for a person to judge,
 * by the dossier’s own names and terms and by words of the news (`news-words.json`); it claims nothing.
 */
export function suggestTags(compiled: Compiled, text: string, { on }: { on: string }): Suggestions {
  const { index, profiles } = readingOf(compiled)
  const language = languageOf(text)
  const sentences = sentencesOf(text.slice(0, longest), language).map((sentence): Sentence => {
    const normal = normalise(sentence)
    return { text: sentence, normal, mentions: mentionsIn(index, normal) }
  })
  const moment = momentAt(compiled, { on })
  const effects: SuggestedEffect[] = []
  const positions: SuggestedPosition[] = []
  for (const [at, sentence] of sentences.entries()) {
    const told = ofKind(sentence, 'stage')
    const taken = ofKind(sentence, 'stance')
    const actors = actorsOf(sentences, at)
    const kinds = ofKind(sentence, 'kind')
    if (told.length + kinds.length === 0 && (taken.length === 0 || actors.length === 0)) continue
    const nearest = nearestChanges(profiles, sentences, at, (change) => pendingBonus(moment, change))
    for (const { change, score } of nearest) {
      const [stage] = told
      const [kind] = kinds
      if (stage || kind)
        effects.push({
          change,
          kind: kind?.named.kind ?? 'moves',
          stage: stage?.named.stage ?? null,
          quote: { text: quoteOf(sentence, stage ?? kind, language), language },
          score: score + told.length * 0.2,
        })
    }
    const [best] = nearest
    const [stance] = taken
    if (best && stance)
      for (const actor of actors)
        positions.push({
          actor,
          change: best.change,
          stance: stance.named.stance,
          quote: { text: quoteOf(sentence, stance, language), language },
          score: best.score,
        })
  }
  return {
    effects: bestOf(effects, ({ change, stage, kind }) => `${change} ${stage} ${kind}`),
    positions: bestOf(positions, ({ actor }) => actor),
    values: onceEach(
      sentences.flatMap((one) => ofKind(one, 'value').map(({ named: { dimension, value } }) => ({ dimension, value }))),
    ),
    actors: [...new Set(sentences.flatMap((one) => ofKind(one, 'actor').map(({ named }) => named.id)))],
  }
}

const ofKind = <What extends Named['what']>({ mentions }: Sentence, what: What) =>
  mentions.filter((one): one is Mention<Extract<Named, { what: What }>> => one.named.what === what)

/** The actors of a sentence; where it has none (“They say …”), those of the one before. */
function actorsOf(sentences: readonly Sentence[], at: number): string[] {
  for (const near of [at, at - 1]) {
    const sentence = sentences[near]
    const found = sentence ? ofKind(sentence, 'actor').map(({ named }) => named.id) : []
    if (found.length > 0) return [...new Set(found)].slice(0, 2)
  }
  return []
}

/** The changes that a sentence is nearest to, those around it counted less; at most two. */
function nearestChanges(
  profiles: readonly Profile[],
  sentences: readonly Sentence[],
  at: number,
  bonus: (change: CompiledChange) => number,
): { change: string; score: number }[] {
  const around = [
    [at, 1],
    [at - 1, 0.4],
    [at + 1, 0.2],
    [at - 2, 0.2],
  ] as const
  return profiles
    .map((profile) => {
      const score = around.reduce((sum, [place, weight]) => {
        const sentence = sentences[place]
        if (!sentence) return sum
        const values = ofKind(sentence, 'value').map(({ named }) => named)
        return sum + weight * closeness(profile, values, sentence.normal)
      }, 0)
      return { change: profile.change.id, score: score === 0 ? 0 : score + bonus(profile.change) }
    })
    .filter(({ score }) => score >= near)
    .sort((a, b) => b.score - a.score || (a.change < b.change ? -1 : 1))
    .slice(0, 2)
}

/** What is in motion is more likely spoken of than what has long been law, and that more than what has ended. */
function pendingBonus(moment: ReturnType<typeof momentAt>, change: CompiledChange): number {
  const stage = lifeOf(moment, change.id)?.stage
  if (!stage) return 0.3
  return ['floated', 'proposed', 'agreed', 'decided'].includes(stage) ? 0.5 : 0
}

/** The passage around a word that may be quoted: the sentence, or as many of its words as a quote may have. */
function quoteOf(
  { text, normal }: Sentence,
  mention: { start: number; end: number } | undefined,
  language: string,
): string {
  const segments = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
  const words = segments.filter(({ isWordLike }) => isWordLike)
  if (words.length <= mostQuotedWords) return text
  // The normalised text has other places than the text itself: near enough to choose a window by.
  const place = Math.round(((mention?.start ?? 0) / Math.max(1, normal.length)) * text.length)
  const middle = words.findIndex(({ index }) => index >= place)
  const from = Math.max(
    0,
    Math.min((middle < 0 ? words.length : middle) - Math.floor(mostQuotedWords / 2), words.length - mostQuotedWords),
  )
  const [first, last] = [words[from], words[from + mostQuotedWords - 1]]
  return first && last ? text.slice(first.index, last.index + last.segment.length) : text
}

/** The language of a text, by its letters. */
function languageOf(text: string): string {
  const kana = text.match(/[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/gu)?.length ?? 0
  const letters = text.match(/\p{Script=Latin}/gu)?.length ?? 0
  return kana * 2 > letters ? japanese : english
}

/** The sentences of a text, without the white space around them. */
function sentencesOf(text: string, language: string): string[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' })
  return text
    .split(/\n+/)
    .flatMap((line) => [...segmenter.segment(line)].map(({ segment }) => segment.trim()))
    .filter((sentence) => sentence !== '')
}

/** The best of each that are one, the best first. */
function bestOf<Item extends { score: number }>(items: Item[], keyOf: (item: Item) => string): Item[] {
  const best = new Map<string, Item>()
  for (const item of items) {
    const there = best.get(keyOf(item))
    if (!there || item.score > there.score) best.set(keyOf(item), item)
  }
  return [...best.values()].sort((a, b) => b.score - a.score).slice(0, most)
}

const onceEach = (values: NamedValue[]): NamedValue[] => [
  ...new Map(values.map((one) => [`${one.dimension} ${one.value}`, one])).values(),
]
