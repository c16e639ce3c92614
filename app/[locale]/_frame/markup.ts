import { isValidElement, type ReactElement, type ReactNode } from 'react'
import { type Drawing, escaped } from '@/lib/pictures/card'

/*
 * A server component as text: what a page shows is said in its head too, and drawn in its picture. Only plain components are known,
 * such as pages are made of: no hooks, nothing that waits.
 */

interface Host {
  tag: string
  attributes: Record<string, unknown>
  children: Written[]
}
type Written = string | Host

/** What is left of a node once its components have drawn it. */
function written(node: ReactNode): Written[] {
  if (typeof node === 'string' || typeof node === 'number' || typeof node === 'bigint') return [String(node)]
  if (Array.isArray(node)) return node.flatMap(written)
  if (!isValidElement(node)) return []
  const { type, props } = node as ReactElement<{ children?: ReactNode }>
  if (typeof type === 'function') return written((type as (given: object) => ReactNode)(props))
  const { children, ...attributes } = props
  const inner = written(children)
  return typeof type === 'string' ? [{ tag: type, attributes, children: inner }] : inner
}

const blocks = new Set(['p', 'li', 'ul', 'ol', 'div', 'dl', 'dt', 'dd', 'br'])

/** The words of a node, without pictures; `space` stands between its blocks. */
export const wordsOf = (node: ReactNode, space: string): string =>
  written(node).map(said).join('').replace(/\s+/gu, ' ').split(edge).map(trimmed).filter(Boolean).join(space)

const edge = '\u0000'
const trimmed = (text: string): string => text.trim()

function said(part: Written): string {
  if (typeof part === 'string') return part
  if (part.tag === 'svg') return ''
  const inner = part.children.map(said).join('')
  return blocks.has(part.tag) ? `${edge}${inner}${edge}` : inner
}

/** The first SVG of a node as a drawing; `width` where it takes all the room that there is. */
export function drawingOf(node: ReactNode, width?: number): Drawing | undefined {
  const svg = firstSvg(written(node))
  if (!svg) return undefined
  const { attributes, children } = svg
  const inherited = Object.fromEntries(Object.entries(attributes).filter(([name]) => passedOn.has(name)))
  const inner = children.map(markup).join('')
  return {
    inner: Object.keys(inherited).length > 0 ? `<g${listed(inherited)}>${inner}</g>` : inner,
    width: width ?? Number(attributes.width),
    height: Number(attributes.height),
  }
}

/** What an `svg` says for all that is in it. */
const passedOn = new Set(['fill', 'stroke', 'strokeWidth'])

function firstSvg(parts: readonly Written[]): Host | undefined {
  for (const part of parts) {
    if (typeof part === 'string') continue
    const found = part.tag === 'svg' ? part : firstSvg(part.children)
    if (found) return found
  }
  return undefined
}

const markup = (part: Written): string =>
  typeof part === 'string'
    ? escaped(part)
    : `<${part.tag}${listed(part.attributes)}>${part.children.map(markup).join('')}</${part.tag}>`

/** Attributes that React writes as SVG does; all others in capitals are presentation attributes. */
const asWritten = new Set(['viewBox', 'preserveAspectRatio'])

const listed = (attributes: Record<string, unknown>): string =>
  Object.entries(attributes)
    .filter(([, value]) => typeof value === 'string' || typeof value === 'number')
    .map(([name, value]) => ` ${nameOf(name)}="${escaped(String(value))}"`)
    .join('')

const nameOf = (name: string): string =>
  name === 'className'
    ? 'class'
    : asWritten.has(name)
      ? name
      : name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)
