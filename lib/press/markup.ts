/** A start tag of an HTML text, with where it stands. */
export interface Tag {
  kind: 'tag'
  /** Lower case. */
  name: string
  /** Names in lower case; values as written, character references not resolved. */
  attributes: Map<string, string>
  start: number
  /** Behind the tag; for an element that holds raw text, behind its end tag. */
  end: number
}
export interface Comment {
  kind: 'comment'
  start: number
  end: number
}

const tagName = /[a-zA-Z][^\s/>]*/y
const attribute = /[\s/]+|([^\s/>][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"'][^\s>]*)|(?=>)))?/y
const comment = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/y
const rawText = new Map(
  ['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes'].map((name) => [
    name,
    new RegExp(`</${name}(?=[\\s/>])[^>]*>`, 'gi'),
  ]),
)

/**
 * The start tags and comments of an HTML text in their order, by the tokenizer of the HTML standard (section 13.2.5) as far as
 * telling markup from text needs it: what stands in attributes, raw text elements, comments and CDATA is never taken for a tag.
 */
export function* walkMarkup(html: string): Generator<Tag | Comment> {
  let at = html.indexOf('<')
  while (at >= 0) {
    const found = html.startsWith('<!', at) ? readDeclaration(html, at) : readTag(html, at)
    if (found && found.kind !== 'other') yield found
    at = html.indexOf('<', found?.end ?? at + 1)
  }
}

interface Other {
  kind: 'other'
  end: number
}

function readDeclaration(html: string, start: number): Comment | Other {
  comment.lastIndex = start
  if (comment.test(html)) return { kind: 'comment', start, end: comment.lastIndex }
  const close = html.startsWith('<![CDATA[', start) ? ']]>' : '>'
  const end = html.indexOf(close, start)
  return { kind: 'other', end: end < 0 ? html.length : end + close.length }
}

/** Null when the `<` is text, or the tag never ends. */
function readTag(html: string, start: number): Tag | Other | null {
  const isEnd = html[start + 1] === '/'
  tagName.lastIndex = start + (isEnd ? 2 : 1)
  const name = tagName.exec(html)?.[0].toLowerCase()
  if (name === undefined) return null
  const attributes = new Map<string, string>()
  let end = tagName.lastIndex
  while (html[end] !== '>') {
    attribute.lastIndex = end
    const part = attribute.exec(html)
    if (!part) return null
    const [, key, quoted, single, bare] = part
    if (key !== undefined && !attributes.has(key.toLowerCase()))
      attributes.set(key.toLowerCase(), quoted ?? single ?? bare ?? '')
    end = attribute.lastIndex
  }
  end++
  if (isEnd) return { kind: 'other', end }
  return { kind: 'tag', name, attributes, start, end: endOfText(html, name, end) }
}

function endOfText(html: string, name: string, from: number): number {
  const close = rawText.get(name)
  if (!close) return from
  close.lastIndex = from
  return close.test(html) ? close.lastIndex : html.length
}
