import { Matrix } from '@/app/_components/matrix/Matrix'
import { MatrixLegend } from '@/app/_components/matrix/MatrixLegend'
import { matrixTable } from '@/app/_components/matrix/matrix-table'
import { Disposition } from '@/app/_components/words/Disposition'
import { Question } from '@/app/_components/words/Question'
import { usualAxes, usualFixed } from '@/app/_reader/matrix-plan'
import { openReader } from '@/app/_reader/open'
import type { Reading } from '@/app/_reader/reading'
import { todayIn } from '@/app/_server/clock'
import { pages } from '@/lib/addresses/pages'
import type { Locale, Source } from '@/lib/model'
import { answerTo, type Compiled, lifeOf, type Moment, momentAt } from '@/lib/policy'
import type { DeskWords } from '@/lib/words/desk-messages'

/** A dossier as it would be, and in it the change that is asked about. */
export interface Drawn {
  compiled: Compiled
  sources: Map<string, Source>
  change: string | undefined
  /** The case that is told as a sentence. */
  question: Record<string, string>
}

interface Props {
  /** Null: nothing can be drawn yet. */
  drawn: Drawn | null
  /** Whether the question is told too as it reads before anything is chosen. */
  unasked?: boolean
  t: DeskWords
  locale: Locale
}

/** The matrix that the answers make so far, as its page will draw it; of a rule that is not in force yet, as if it were. */
export async function Picture({ drawn, unasked = false, t, locale }: Props) {
  const reading = drawn && (await readingOf(drawn, locale))
  const axes = reading && usualAxes(reading)
  if (!drawn || !reading || !axes) return <Frame t={t} says={t('begin.picture.none')} />
  const { compiled, records, today } = reading
  const { change } = drawn
  const isInForce = change !== undefined && lifeOf(momentAt(compiled, { on: today }), change)?.stage === 'in_force'
  const assume = change !== undefined && !isInForce ? new Map([[change, today]]) : undefined
  const moment = momentAt(compiled, { on: today, assume })
  const table = matrixTable(moment, { ...axes, fixed: usualFixed(reading, axes), groups: false })
  const isReported = records.reports.some(({ effects }) => effects.some((effect) => effect.change === change))
  const missing = records.rules.length > 0 ? 'undrawn' : 'empty'
  const what = change === undefined ? missing : isInForce ? 'now' : isReported ? 'once' : 'unreported'
  return (
    <Frame t={t} says={t(`begin.picture.${what}`)}>
      <Sentence reading={reading} moment={moment} question={drawn.question} />
      <Matrix reading={reading} table={table} {...axes} caption={t('begin.picture.caption')} asked={{}} assumed />
      <MatrixLegend table={table} reading={reading} />
      {unasked ? (
        <p className="hint">
          {t('begin.picture.unasked')} <Question dossier={reading.dossier} question={{}} locale={locale} />
        </p>
      ) : null}
    </Frame>
  )
}

interface Given {
  t: DeskWords
  says: string
  children?: React.ReactNode
}

const Frame = ({ t, says, children }: Given) => (
  <section className="preview" aria-label={t('begin.picture.title')}>
    <h2>{t('begin.picture.title')}</h2>
    <p className="hint">{says}</p>
    {children}
  </section>
)

/** One case as a reader asks it, with its answer. */
function Sentence({
  reading,
  moment,
  question,
}: {
  reading: Reading
  moment: Moment
  question: Record<string, string>
}) {
  return (
    <p className="question">
      <Question dossier={reading.dossier} question={question} locale={reading.locale} />{' '}
      <Disposition value={answerTo(moment, question).disposition} reading={reading} />
    </p>
  )
}

/** The records as readers would find them. */
async function readingOf({ compiled, sources }: Drawn, locale: Locale): Promise<Reading> {
  const { records } = compiled
  const { dossier } = records
  const { reader } = await openReader(locale, pages.dossier, `/${dossier.id}`, {})
  const { timeZone } = dossier
  return { ...reader, dossier, records, compiled, sources, timeZone, today: todayIn(timeZone) }
}
