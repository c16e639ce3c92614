import { createElement, Fragment, type ReactNode } from 'react'
import type { Translator } from '@/lib/text/messages'
import type { Piece } from '@/lib/text/rich'

type Draw = (text: ReactNode) => ReactNode

/** A message with tags, each drawn by the function of its name: `rich(t)('site.editionOf', { number, link: (text) => <a …/> })`. */
export const rich = (t: Translator): Translator['rich'] =>
  ((key: string, values: Record<string, unknown> = {}) => draw(t.pieces(key, values), values)) as Translator['rich']

function draw(pieces: readonly Piece[], values: Record<string, unknown>): ReactNode {
  const nodes = pieces.map((piece) =>
    typeof piece === 'string' ? piece : (values[piece.tag] as Draw)(draw(piece.pieces, values)),
  )
  return nodes.length === 1 ? nodes[0] : createElement(Fragment, null, ...nodes)
}
