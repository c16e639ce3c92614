import { type Locale, ladder, type Stage } from '@/lib/model'
import { translator } from '@/lib/text/messages'

const step = 11
const size = 8

/** The five steps of a change's life with the reached ones filled; out of the ladder they are struck or paused. */
export function LadderShape({ stage }: { stage: Stage }) {
  const reached = (ladder as readonly Stage[]).indexOf(stage)
  const out = reached === -1
  return (
    <svg viewBox="0 0 54 10" width="54" height="10" aria-hidden="true">
      {ladder.map((name, at) => (
        <rect
          key={name}
          x={at * step + 1}
          y={1}
          width={size}
          height={size}
          fill={at <= reached ? 'currentColor' : 'none'}
          stroke="currentColor"
          strokeOpacity={out ? 0.6 : 1}
          strokeWidth="1"
        />
      ))}
      {out && stage !== 'suspended' && <path d="M-2 5H56" stroke="currentColor" strokeWidth="2" />}
      {stage === 'suspended' && <path d="M24.5 -1V11M29.5 -1V11" stroke="currentColor" strokeWidth="2.4" />}
    </svg>
  )
}

/** A stage by ladder and word. */
export const StageMark = ({ stage, locale }: { stage: Stage; locale: Locale }) => (
  <span className="stage">
    <LadderShape stage={stage} />
    {translator(locale)(`stage.${stage}`)}
  </span>
)
