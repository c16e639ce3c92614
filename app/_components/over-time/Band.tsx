import type { ShownDisposition } from '@/lib/words/own-words'

export const bandHeight = 12

interface Props {
  /** Places along the strip, in percent. */
  x: number
  width: number
  /** Where it begins, in pixels. */
  top: number
  disposition: ShownDisposition
}

/** Full height: prohibited; two thirds with a line on top: required; half: conditional; thin: free; dashed: not stated; blank: not followed; dotted above and below: not known. */
export function Band({ x, width, top, disposition }: Props) {
  const at = { x: `${x}%`, width: `${Math.max(width, 0.15)}%` }
  const line = { x1: `${x}%`, x2: `${x + width}%` }
  const base = top + bandHeight
  if (disposition === 'prohibited') return <rect className="band prohibited" {...at} y={top} height={bandHeight} />
  if (disposition === 'required')
    return (
      <>
        <rect className="band required" {...at} y={top + 5} height={bandHeight - 5} />
        <rect className="band required" {...at} y={top} height={2} />
      </>
    )
  if (disposition === 'conditional')
    return <rect className="band conditional" {...at} y={top + bandHeight / 2} height={bandHeight / 2} />
  if (disposition === 'permitted') return <rect className="band permitted" {...at} y={base - 3} height={3} />
  if (disposition === 'not_required') return <line className="hollow" {...line} y1={base - 2} y2={base - 2} />
  if (disposition === 'untracked') return null
  if (disposition === 'unknown')
    return (
      <>
        <line className="empty" {...line} y1={top + 1} y2={top + 1} strokeDasharray="2 4" />
        <line className="empty" {...line} y1={base - 1} y2={base - 1} strokeDasharray="2 4" />
      </>
    )
  return <line className="empty" {...line} y1={base - 1} y2={base - 1} strokeDasharray="3 4" />
}
