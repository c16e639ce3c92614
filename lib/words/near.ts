import { distance } from 'fastest-levenshtein'

/** Up to three known ids that a mistyped one may have meant, the nearest first; none when nothing is near. */
export function nearOnes(given: string, ids: Iterable<string>): string[] {
  const asked = given.toLowerCase()
  const words = new Set(asked.split(/[^a-z0-9]+/u).filter((word) => word.length > 2))
  return [...ids]
    .map((id) => {
      const shared = id.split('-').some((word) => words.has(word)) || (asked.length > 2 && id.includes(asked))
      return { id, far: distance(asked, id) - (shared ? 100 : 0) }
    })
    .filter(({ id, far }) => far <= Math.max(2, Math.floor(id.length / 3)))
    .sort((a, b) => a.far - b.far || (a.id < b.id ? -1 : 1))
    .slice(0, 3)
    .map(({ id }) => id)
}
