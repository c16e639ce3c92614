import { Fragment, type ReactElement } from 'react'
import type { Reading } from '@/app/_reader/reading'
import type { Direction } from '@/lib/policy'

const drawn = (path: string): ReactElement => (
  <svg
    viewBox="0 0 18 10"
    width="18"
    height="10"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.4"
    aria-hidden="true"
  >
    <path d={path} />
  </svg>
)

const shapes: Record<Direction, ReactElement> = {
  relaxes: drawn('M7 5H1M4 2 1 5l3 3M11 5h6M14 2l3 3-3 3'),
  tightens: drawn('M1 5h6M4 2l3 3-3 3M17 5h-6M14 2l-3 3 3 3'),
  introduces: drawn('M3 5h12M9 1v8'),
  repeals: drawn('M3 5h12'),
  alters: drawn('M2 3h12M11 1l3 2-3 2M16 7.500H4M7 5.500l-3 2 3 2'),
  postpones: drawn('M2 1v8M2 5h14M12 2l4 3-4 3'),
  brings_forward: drawn('M16 1v8M16 5H2M6 2 2 5l4 3'),
  schedules: drawn('M2 5h3M7 5h3M12 5h4M13 2l3 3-3 3'),
  cancels: drawn('M3 5h12M6 1l6 8'),
}

/** Which way answers move: arrows that open, arrows that close; always next to its word. */
export const DirectionShape = ({ direction }: { direction: Direction }) => shapes[direction]

const saidOf = (t: Reading['t'], direction: Direction, count: number): string =>
  ahead.has(direction) ? t('impact.next', { direction, count }) : t('impact.moves', { direction, count, from: 'none' })

interface DirectionsProps {
  reading: Reading
  directions: Partial<Record<Direction, number>>
  /** Where it stands already that it is answers that move. */
  brief?: boolean
}

const ahead = new Set<Direction>(['postpones', 'brings_forward', 'schedules', 'cancels'])

/** How many answers move which way, or what comes next for them, the most first. */
export const Directions = ({ reading: { t }, directions, brief = false }: DirectionsProps) =>
  (Object.entries(directions) as [Direction, number][])
    .sort((a, b) => b[1] - a[1])
    .map(([direction, count], at) => (
      <Fragment key={direction}>
        {at > 0 && ' · '}
        <span className="direction">
          <DirectionShape direction={direction} />
          <span className="word">
            {brief ? `${t(`direction.${direction}`)} ${count}` : saidOf(t, direction, count)}
          </span>
        </span>
      </Fragment>
    ))
