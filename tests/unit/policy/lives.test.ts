import { describe, expect, test } from 'vitest'
import { compileDossier, lifeOf, momentAt } from '@/lib/policy'
import { engineVerdict } from '../../support/engine-verdict'
import { type LifeAsk, readLives } from '../../support/lives'
import { knownOf, referenceLife } from '../../support/reference/life'
import { referenceVerdict } from '../../support/reference/verdict'

type Told = Pick<
  NonNullable<ReturnType<typeof referenceVerdict>>,
  'disposition' | 'since' | 'next' | 'conflict' | 'duties'
>

/** What the ask asks for, and no more. */
function askedOf(ask: LifeAsk, told: Told, stage: string | null) {
  const { on, disposition } = told.next ?? {}
  return {
    disposition: told.disposition,
    ...(ask.since && { since: told.since }),
    ...(ask.next !== undefined && { next: told.next && { on, disposition } }),
    ...(ask.stage && { stage }),
    ...(ask.conflict && { conflict: told.conflict }),
    ...(ask.duties && { duties: told.duties.map(({ rule }) => rule) }),
  }
}

function rightOf({ disposition, since, next, stage, conflict, duties }: LifeAsk) {
  const asked = { disposition, since, next, stage, conflict, duties }
  return Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
}

describe.each(readLives())('$id $title', ({ records, case: kase, asks }) => {
  const change = records.changes[0]?.id ?? ''

  test.each(asks)('$text (reference)', (ask) => {
    const told = referenceVerdict(records, kase, ask)
    const { stage } = referenceLife(knownOf(records, ask.known), change, ask.on)
    expect(told && askedOf(ask, told, stage)).toEqual(rightOf(ask))
  })

  test.each(asks)('$text (engine)', (ask) => {
    const moment = momentAt(compileDossier(records), ask as { on: string; known?: string })
    const stage = lifeOf(moment, change)?.stage ?? null
    expect(askedOf(ask, engineVerdict(records, kase, ask) as Told, stage)).toEqual(rightOf(ask))
  })
})
