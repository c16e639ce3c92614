/** Where a text stands in another, without overlaps, in UTF-16 units: start and end of each place. An empty text stands nowhere. */
export function occurrences(text: string, sought: string): [number, number][] {
  if (sought === '') return []
  const found: [number, number][] = []
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + sought.length))
    found.push([at, at + sought.length])
  return found
}
