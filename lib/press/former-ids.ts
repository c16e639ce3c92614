import { type Dimension, walkValues } from '@/lib/model'

/*
 * Former ids, by a place that tells what they named: `reports`, `rules` and so on in a dossier, `sources` in none, and what stands in
 * a dossier under these. A dossier itself has the place of what is empty.
 */

/** Names something by its former id within a dossier; a dossier, and a publisher, within ''. */
export const formerPlace = (dossier: string, folder: string, id: string): string => `${dossier} ${folder} ${id}`

/** The folder of dimensions, and of all that a question may name in one. */
export const dimensionPlace = '='
export const valuePlace = (dimension: string): string => `=${dimension}`

/** The former ids of the dimensions of a dossier and of what stands in them, each with the one of now. */
export function formerInDossier({
  id,
  dimensions,
}: {
  id: string
  dimensions: readonly Dimension[]
}): [string, string][] {
  return dimensions.flatMap((dimension) => {
    const named = [
      ...[...walkValues(dimension.values)].map(({ value }) => value),
      ...(dimension.groups ?? []),
      ...(dimension.members ?? []),
    ]
    return [
      ...placesOf(id, dimensionPlace, dimension),
      ...named.flatMap((one) => placesOf(id, valuePlace(dimension.id), one)),
    ]
  })
}

const placesOf = (
  dossier: string,
  folder: string,
  { id, formerly = [] }: { id: string; formerly?: string[] | undefined },
): [string, string][] => formerly.map((former) => [formerPlace(dossier, folder, former), id])
