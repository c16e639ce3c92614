import { directionOf } from '@/lib/words/direction'
import { markdownHtml } from '@/lib/words/markdown'
import { htmlText } from '@/lib/words/markup-text'

/** A part of a line; `href` is absolute. */
export type LinePart = string | { text: string; href: string }

/** What an item says, once for HTML and for plain text. */
export type Block =
  | { kind: 'line'; parts: LinePart[] }
  | { kind: 'quote'; text: string; language: string }
  /** In Markdown, without HTML of its own. */
  | { kind: 'summary'; text: string; language: string }
  | { kind: 'list'; items: LinePart[][] }
  | { kind: 'table'; head: string[]; rows: string[][] }

/** A line of its parts. */
export const line = (...parts: LinePart[]): Block => ({ kind: 'line', parts })

/** The blocks as HTML, without scripts, styles or pictures; text in another language than `language` is marked. */
export const blocksToHtml = (blocks: readonly Block[], language: string): string =>
  blocks.map((block) => htmlOf(block, language)).join('')

function htmlOf(block: Block, language: string): string {
  switch (block.kind) {
    case 'line':
      return `<p>${partsToHtml(block.parts)}</p>`
    case 'quote':
      return `<blockquote${marked(block.language, language)}><p>${htmlText(block.text)}</p></blockquote>`
    case 'summary': {
      const attributes = marked(block.language, language)
      const html = markdownHtml(block.text)
      return attributes === '' ? html : `<div${attributes}>${html}</div>`
    }
    case 'list':
      return `<ul>${block.items.map((item) => `<li>${partsToHtml(item)}</li>`).join('')}</ul>`
    case 'table': {
      const cells = (row: readonly string[], name: 'td' | 'th') =>
        row.map((cell) => `<${name}>${htmlText(cell)}</${name}>`).join('')
      const rows = block.rows.map((row) => `<tr>${cells(row, 'td')}</tr>`).join('')
      return `<table><thead><tr>${cells(block.head, 'th')}</tr></thead><tbody>${rows}</tbody></table>`
    }
  }
}

const partsToHtml = (parts: readonly LinePart[]): string =>
  parts
    .map((part) =>
      typeof part === 'string' ? htmlText(part) : `<a href="${htmlText(part.href)}">${htmlText(part.text)}</a>`,
    )
    .join('')

function marked(language: string, around: string): string {
  if (language === around) return ''
  const direction = directionOf(language)
  return ` lang="${htmlText(language)}"${direction ? ` dir="${direction}"` : ''}`
}

/** The blocks as plain text: a blank line between them, addresses behind what leads to them. */
export const blocksToText = (blocks: readonly Block[]): string => blocks.map(textOf).join('\n\n')

function textOf(block: Block): string {
  switch (block.kind) {
    case 'line':
      return partsToText(block.parts)
    case 'quote':
      return block.text
        .split('\n')
        .map((one) => `> ${one}`)
        .join('\n')
    case 'summary':
      return block.text
    case 'list':
      return block.items.map((item) => `- ${partsToText(item)}`).join('\n')
    case 'table': {
      const [first = '', ...heads] = block.head
      return block.rows
        .map(([which = '', ...cells]) =>
          [`${first}: ${which}`, ...cells.map((cell, at) => `  ${heads[at] ?? ''}: ${cell}`)].join('\n'),
        )
        .join('\n')
    }
  }
}

const partsToText = (parts: readonly LinePart[]): string =>
  parts.map((part) => (typeof part === 'string' ? part : `${part.text} <${part.href}>`)).join('')
