import type { CST } from 'yaml'

/** Far more than content has, and few enough for every recursion that comes after. */
export const mostLevels = 100

export const tooDeep = 'is nested too deeply to be read'

/** Thrown while a text is taken apart that stands in more levels than `mostLevels`; `offset` is where it begins to. */
export class TooDeepError extends Error {
  constructor(readonly offset: number) {
    super(tooDeep)
  }
}

/**
 * The tokens of a YAML text as they come, none of them nested too deeply: whatever makes nodes of them goes down level by level,
 * and a process that runs out of stack may end there and then. Throws `TooDeepError`.
 */
export function* withinDepth(tokens: Iterable<CST.Token>): Generator<CST.Token> {
  for (const token of tokens) {
    if (token.type === 'document') requireDepth(token.value)
    yield token
  }
}

/** Takes no room on the stack, however deep the token is. */
function requireDepth(top: CST.Token | undefined): void {
  const waiting: [CST.Token | null | undefined, number][] = [[top, 0]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth] = next
    if (!token || !('items' in token)) continue
    if (depth > mostLevels) throw new TooDeepError(token.offset)
    for (const item of token.items) waiting.push([item.key, depth + 1], [item.value, depth + 1])
  }
}
