import { pinsOf, type Reader, withQuery } from './reading'

const lists = [
  ['reports', 'timeline.title'],
  ['rules', 'rule.title'],
  ['changes', 'change.title'],
  ['actors', 'actors.title'],
] as const

/** Where the records of the site, or of one dossier, can be had whole: the lists of the API, at the edition that is read. */
export const distributionOf = (reader: Pick<Reader, 'origin' | 't' | 'pinned'>, dossier?: string) =>
  lists.map(([list, title]) => ({
    name: reader.t(title),
    url: `${reader.origin}${withQuery(`/api/v1/${list}`, { dossier, edition: pinsOf(reader).edition })}`,
    type: 'application/json',
  }))
