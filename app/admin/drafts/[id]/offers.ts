import 'server-only'
import { findDossier } from '@/app/_server/site'
import type { Db } from '@/db/client'
import type { Draft } from '@/db/queries/draft'
import { findPastedText, type PastedText } from '@/db/queries/newsroom/pasted-text'

import { type SuggestedEffect, type SuggestedPosition, suggestTags } from '@/lib/intake/suggest'
import { type Locale, lastDay, publishedDate, publishedSchema, say } from '@/lib/model'
import type { Compiled } from '@/lib/policy'
import type { DeskWords } from '@/lib/words/desk-messages'
import { translator } from '@/lib/words/messages'
import type { Offer } from './Article'

/** An item that a draft can take in, and how it is offered. */
interface Suggested extends Offer {
  list: 'effects' | 'positions'
  item: Record<string, unknown>
}

interface Saying {
  t: DeskWords
  locale: Locale
}

const taking = 'take:'

/** The article beside a draft and what it may tell; null where there is none, or where it is no report. */
export async function articleOf(
  db: Db,
  draft: Draft,
  saying: Saying,
): Promise<{ pasted: PastedText; suggested: Suggested[] } | null> {
  if (draft.kind !== 'report') return null
  const pasted = await findPastedText(db, draft.id)
  if (!pasted) return null
  const open = await findDossier(draft.dossier)
  return { pasted, suggested: open ? suggestedOf(open.compiled, pasted.text, draft.data, saying) : [] }
}

function suggestedOf(compiled: Compiled, text: string, data: unknown, saying: Saying): Suggested[] {
  const { published, effects, positions } = Object(data) as Record<string, unknown>
  const date = publishedSchema.safeParse(published)
  const zone = compiled.dossier.timeZone
  const on = date.success ? lastDay(publishedDate(date.data, zone)) : '9999-12-31'
  const found = suggestTags(compiled, text, { on })
  const names = {
    ...saying,
    changes: new Map(compiled.records.changes.map(({ id, title }) => [id, say(title, saying.locale).text])),
    actors: new Map(compiled.records.actors.map(({ id, name }) => [id, say(name, saying.locale).text])),
  }
  const has = (list: unknown, matches: (item: Record<string, unknown>) => boolean) =>
    Array.isArray(list) && list.some((item) => matches(Object(item)))
  return [
    ...found.effects
      .filter(({ change, stage }) => !has(effects, (item) => item.change === change && (item.stage ?? null) === stage))
      .map((one) => offerEffect(one, names)),
    ...found.positions
      .filter(({ actor, change }) => !has(positions, (item) => item.actor === actor && item.change === change))
      .map((one) => offerPosition(one, names)),
  ]
}

interface Names extends Saying {
  changes: Map<string, string>
  actors: Map<string, string>
}

function offerEffect({ change, kind, stage, quote }: SuggestedEffect, { t, locale, changes }: Names): Suggested {
  const readers = translator(locale)
  const told = stage ? readers(`stage.${stage}`) : readers(`effect.${kind}`)
  return {
    list: 'effects',
    item: { change, kind, ...(stage ? { stage } : {}), quote },
    intent: `${taking}effects:${change}:${kind}:${stage ?? ''}`,
    what: t('draft.offerEffect', { change: changes.get(change) ?? change, told }),
    quote: quote.text,
    language: quote.language,
  }
}

function offerPosition(
  { actor, change, stance, quote }: SuggestedPosition,
  { t, locale, actors, changes }: Names,
): Suggested {
  return {
    list: 'positions',
    item: { actor, change, stance, quote },
    intent: `${taking}positions:${actor}:${change}:${stance}`,
    what: t('draft.offerPosition', {
      actor: actors.get(actor) ?? actor,
      stance: translator(locale)(`stance.${stance}`),
      change: changes.get(change) ?? change,
    }),
    quote: quote.text,
    language: quote.language,
  }
}

/** The data of a draft with the offer taken in that a button stands for; as it is where the button stands for none. */
export async function withOffer(
  db: Db,
  draft: Draft,
  data: Record<string, unknown>,
  intent: string,
  saying: Saying,
): Promise<Record<string, unknown>> {
  if (!intent.startsWith(taking)) return data
  const article = await articleOf(db, draft, saying)
  const offer = article?.suggested.find((one) => one.intent === intent)
  if (!offer) return data
  const there = data[offer.list]
  return { ...data, [offer.list]: [...(Array.isArray(there) ? there : []), offer.item] }
}
