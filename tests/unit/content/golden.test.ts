import { beforeAll, describe, expect, test } from 'vitest'
import { answerTo, type Compiled, momentAt, standIn } from '@/lib/policy'
import { committedDossier } from '../../support/dossier-checks'
import { type Golden, goldenOf } from '../../support/golden/golden'

describe.each(['japan-defence-transfers', 'us-chip-export-controls', 'eu-ai-act'])(
  'golden verdicts of %s',
  (dossier) => {
    const golden = goldenOf(dossier)
    let compiled: Compiled

    beforeAll(async () => {
      ;({ compiled } = await committedDossier(dossier))
    })

    test('are at least 25, each asked once', () => {
      const asked = golden.map(({ case: kase, on, known, right }) =>
        JSON.stringify([kase, on, known, right === undefined]),
      )
      expect(new Set(asked).size).toBe(asked.length)
      expect(golden.filter(({ right }) => right).length).toBeGreaterThanOrEqual(25)
    })

    test.each(
      golden.map((row): [string, string, string, Golden] => [Object.values(row.case).join(', '), row.on, row.why, row]),
    )('%s on %s: %s', (_, on, why, { case: asked, known, right, duties }) => {
      const moment = momentAt(compiled, { on, known })
      const { disposition, cases } = answerTo(moment, { ...asked })
      if (right) expect(right, why).toContain(standIn(compiled, { ...asked }, on) ? disposition : 'untracked')
      if (duties)
        expect(
          cases[0]?.decision.duties.map(({ rule }) => rule),
          why,
        ).toEqual(duties)
    })
  },
)
