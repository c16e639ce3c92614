/** Words that carry little and would only lengthen an id. */
const small = new Set('a an and as at be by for from in into is it its of on or over that the to via with'.split(' '))

/** A slug of the first few telling words of a text; '' when it has no Latin letters or digits. */
export function slugOf(text: string, mostWords = 5): string {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  const words = plain.split(/[^a-z0-9]+/).filter((word) => word !== '' && !small.has(word))
  return words.slice(0, mostWords).join('-').slice(0, 60).replace(/-+$/, '')
}

/** The id of a new report: day, publisher, a few words of the headline. */
export function reportId({
  published,
  source,
  headline,
}: {
  published: string
  source: string
  headline: string
}): string {
  return [published.slice(0, 10), source, slugOf(headline)].filter((part) => part !== '').join('-')
}
