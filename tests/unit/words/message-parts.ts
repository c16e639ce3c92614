/** Messages as a file has them: texts by screen and name. */
export type MessageTree = { [key: string]: string | MessageTree }

/** The messages of a tree with their whole keys: `drafts.title`. */
export const flatten = (tree: MessageTree, path = ''): [string, string][] =>
  Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    typeof value === 'string' ? [[path + key, value]] : flatten(value, `${path}${key}.`),
  )

/** The outermost `{…}` groups of a message. */
function groupsOf(text: string): string[] {
  const groups: string[] = []
  let depth = 0
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '{' && depth++ === 0) start = at + 1
    if (text[at] === '}' && --depth === 0) groups.push(text.slice(start, at))
  }
  return groups
}

/** What a message takes: its ICU arguments, those within the branches of a choice too, and its tags. */
export function argumentsOf(message: string): string[] {
  const names = new Set<string>()
  const read = (text: string) => {
    for (const [, tag] of text.matchAll(/<(\w+)>/g)) names.add(`<${tag}>`)
    for (const group of groupsOf(text.replaceAll(/'[{}]'/g, ''))) {
      const [name = '', kind = '', ...rest] = group.split(',').map((part) => part.trim())
      names.add(name)
      if (['plural', 'select', 'selectordinal'].includes(kind))
        for (const branch of groupsOf(rest.join(','))) read(branch)
    }
  }
  read(message)
  return [...names].sort()
}
