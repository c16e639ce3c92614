import {
  type EffectKind,
  effectKinds,
  pendingStages,
  type Said,
  type Stage,
  type Stance,
  stageRank,
  stages,
  stances,
  type Terms,
  wordingsOf,
} from '@/lib/model'
import { type Compiled, lifeOf, momentAt } from '@/lib/policy'
import { normalise } from '@/lib/terms/normalise'
import { saidIn, valuesNamed } from '@/lib/terms/terms'
import { type ChangeProfiles, changeProfiles, closenessOf, type NamedValue } from './change-profile'
import newsWords from './news-words.json'
import { indexOf, type Mention, mentionsIn, type PhraseIndex, type Words, wordsOf } from './phrase-index'
import { languageOf, quoteOf, sentencesOf } from './sentences'

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
  profiles: ChangeProfiles
  /** What is added for where each change stands, on the day that was asked last. */
  bonus: { on: string; ofChange: Float64Array } | null
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
  const reading: Reading = { index, profiles: changeProfiles(compiled), bonus: null }
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
  normal: string
  words: Words
  mentions: Mention<Named>[]
  /** How near it is to each change; worked out when it is asked for. */
  near: Float64Array | null
}

/** What may be told at a place, before its passage is cut out. */
type Found<Item> = Omit<Item, 'quote'> & { sentence: Sentence; at: Mention<Named> }

/**
 * What a text of the news may say of a dossier on a day, each with the passage that led to it: a proposal for a person to judge,
 * by the dossier’s own names and terms and by words of the news (`news-words.json`); it claims nothing.
 */
export function suggestTags(compiled: Compiled, text: string, { on }: { on: string }): Suggestions {
  const reading = readingOf(compiled)
  const language = languageOf(text)
  const sentences = sentencesOf(text.slice(0, longest)).map((sentence): Sentence => {
    const normal = normalise(sentence)
    const words = wordsOf(normal)
    return { text: sentence, normal, words, mentions: mentionsIn(reading.index, normal, words), near: null }
  })
  const bonus = bonusOn(compiled, reading, on)
  const effects: Found<SuggestedEffect>[] = []
  const positions: Found<SuggestedPosition>[] = []
  for (const [at, sentence] of sentences.entries()) {
    const told = ofKind(sentence, 'stage')
    const [stance] = ofKind(sentence, 'stance')
    const [kind] = ofKind(sentence, 'kind')
    const actors = stance ? actorsOf(sentences, at) : []
    if (told.length === 0 && !kind && actors.length === 0) continue
    const nearest = nearestChanges(reading.profiles, sentences, at, bonus)
    const stage = farthest(told)
    const led = stage ?? kind
    if (led)
      for (const { change, score } of nearest)
        effects.push({
          change,
          kind: kind?.named.kind ?? 'moves',
          stage: stage?.named.stage ?? null,
          sentence,
          at: led,
          score: score + told.length * 0.2,
        })
    const [best] = nearest
    if (best && stance)
      for (const actor of actors)
        positions.push({
          actor,
          change: best.change,
          stance: stance.named.stance,
          sentence,
          at: stance,
          score: best.score,
        })
  }
  const quoted = <Item extends { sentence: Sentence; at: Mention<Named> }>({ sentence, at, ...item }: Item) => ({
    ...item,
    quote: { text: quoteOf(sentence, at, language), language },
  })
  return {
    effects: bestOf(effects, ({ change, stage, kind }) => `${change} ${stage} ${kind}`).map(quoted),
    positions: bestOf(positions, ({ actor }) => actor).map(quoted),
  }
}

/** Of several steps that a sentence names the farthest: “which was proposed in May was adopted”. */
const farthest = <Told extends { named: { stage: Stage } }>(told: readonly Told[]): Told | undefined =>
  told.reduce<Told | undefined>(
    (best, one) => (best && stageRank(best.named.stage) >= stageRank(one.named.stage) ? best : one),
    undefined,
  )

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

const valuesIn = (sentence: Sentence): NamedValue[] =>
  ofKind(sentence, 'value').map(({ named: { dimension, value } }) => ({ dimension, value }))

/** The sentences around one that tell what it is about, and how much each counts. */
const around = [
  [0, 1],
  [-1, 0.4],
  [1, 0.2],
  [-2, 0.2],
] as const

/** The changes that a sentence is nearest to, those around it counted less; at most two. */
function nearestChanges(
  profiles: ChangeProfiles,
  sentences: readonly Sentence[],
  at: number,
  bonus: Float64Array,
): { change: string; score: number }[] {
  const scores = new Float64Array(profiles.ids.length)
  for (let one = 0; one < around.length; one++) {
    const [ahead, weight] = around[one] as (typeof around)[number]
    const sentence = sentences[at + ahead]
    if (!sentence) continue
    sentence.near ??= closenessOf(profiles, { ...sentence, values: valuesIn(sentence) })
    const close = sentence.near
    for (let change = 0; change < scores.length; change++)
      scores[change] = (scores[change] as number) + weight * Math.max(0, close[change] as number)
  }
  const best: { change: string; score: number }[] = []
  for (let place = 0; place < scores.length; place++) {
    const score = (scores[place] as number) + (bonus[place] as number)
    if (scores[place] === 0 || score < near || score <= (best[1]?.score ?? 0)) continue
    best.push({ change: profiles.ids[place] as string, score })
    best.sort((one, other) => other.score - one.score)
    best.length = Math.min(best.length, 2)
  }
  return best
}

/** What is in motion is more likely spoken of than what has long been law, and that more than what has ended. */
function bonusOn(compiled: Compiled, reading: Reading, on: string): Float64Array {
  if (reading.bonus?.on === on) return reading.bonus.ofChange
  const moment = momentAt(compiled, { on })
  const ofChange = Float64Array.from(compiled.changes, ({ id }) => {
    const stage = lifeOf(moment, id)?.stage
    return stage ? (pendingStages.includes(stage) ? 0.5 : 0) : 0.3
  })
  reading.bonus = { on, ofChange }
  return ofChange
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
