import 'server-only'
import { plainLanguage } from '@/lib/addresses/names'
import { type Dimension, type Dossier, say, type Text, type Value } from '@/lib/model'

const inWords = (text: Text | undefined): string | undefined => text && say(text, plainLanguage).text

/** A page of dossiers as the API gives it, with what it takes to ask: of a dossier that is asked for by its id the values too, by id and name. */
export function toldDossiers(body: unknown, isOne: boolean) {
  const { edition, items, next } = body as {
    edition: number
    items: (Dossier & { page: string })[]
    next: string | null
  }
  return {
    edition,
    dossiers: items.map(({ id, title, question, summary, timeZone, dimensions, page }) => ({
      id,
      title: inWords(title),
      question: inWords(question),
      summary: inWords(summary),
      timeZone,
      dimensions: dimensions.map((dimension) => (isOne ? toldDimension(dimension) : named(dimension))),
      page,
    })),
    next,
  }
}

const named = ({ id, name }: { id: string; name?: Text | undefined }) => ({ id, name: inWords(name) })

const toldDimension = (dimension: Dimension) => ({
  ...named(dimension),
  values: dimension.values.map(toldValue),
  groups: dimension.groups?.map(named),
  members: dimension.members?.map(named),
})

const toldValue = (value: Value): object => ({
  ...named(value),
  ...(value.values && value.values.length > 0 ? { values: value.values.map(toldValue) } : {}),
})
