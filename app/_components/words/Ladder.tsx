import type { ReactElement } from 'react'
import { ladder, type Stage, stages } from '@/lib/model'
import { type InWordsOf, stageWord } from '@/lib/words/own-words'
import { Spoken } from './Words'

const step = 11
const size = 8

const squares = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, at) => `M${(from + at) * step + 1} 1h${size}v${size}h-${size}Z`).join('')

/** The five steps of a change's life with the reached ones filled; out of the ladder they are struck or paused. */
function draw(stage: Stage): ReactElement {
  const reached = (ladder as readonly Stage[]).indexOf(stage) + 1
  const out = reached === 0
  return (
    <svg viewBox="0 0 54 10" width="54" height="10" fill="none" stroke="currentColor" aria-hidden="true">
      {reached > 0 && <path d={squares(0, reached)} fill="currentColor" />}
      {reached < ladder.length && <path d={squares(reached, ladder.length)} strokeOpacity={out ? 0.6 : undefined} />}
      {out && <path {...(stage === 'suspended' ? paused : struck)} />}
    </svg>
  )
}

const struck = { d: 'M-2 5H56', strokeWidth: '2' }
const paused = { d: 'M24.5 -1V11M29.5 -1V11', strokeWidth: '2.4' }

const shapes = Object.fromEntries(stages.map((stage) => [stage, draw(stage)])) as Record<Stage, ReactElement>

interface MarkProps {
  stage: Stage
  reading: InWordsOf
  /** Without a capital. */
  inSentence?: boolean
}

/** A stage by ladder and word. */
export function StageMark({ stage, reading, inSentence = false }: MarkProps) {
  const { text, language } = stageWord(reading, stage)
  return (
    <span className="stage">
      {shapes[stage]}
      <Spoken said={{ language, text: inSentence ? uncapitalised(text) : text }} locale={reading.locale} />
    </span>
  )
}

/** Of a word that stands in a sentence; one that begins with an abbreviation keeps it. */
const uncapitalised = (text: string): string =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1)
