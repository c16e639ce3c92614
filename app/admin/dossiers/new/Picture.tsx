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
import { type Begun, soundRecords } from '@/lib/forms/beginning/records'
import type { Locale, Source } from '@/lib/model'
import { answerTo, compileDossier, lifeOf, type Moment, momentAt } from '@/lib/policy'
import type { DeskWords } from '@/lib/words/desk-messages'

interface Props {
  begun: Begun
  /** The publishers that are public. */
  known: ReadonlyMap<string, Source>
  t: DeskWords
  locale: Locale
}

/** The matrix that the answers make so far, as its page will draw it; of a rule that is not in force yet, as if it were. */
export async function Picture({ begun, known, t, locale }: Props) {
  const sound = soundRecords(begun)
  const reading = sound && (await readingOf(sound, known, locale))
  const axes = reading && usualAxes(reading)
  if (!reading || !axes) return <Frame t={t} says={t('begin.picture.none')} />
  const { compiled, records, dossier, today } = reading
  const [change] = records.changes
  const isInForce = change !== undefined && lifeOf(momentAt(compiled, { on: today }), change.id)?.stage === 'in_force'
  const assume = change && !isInForce ? new Map([[change.id, today]]) : undefined
  const moment = momentAt(compiled, { on: today, assume })
  const table = matrixTable(moment, { ...axes, fixed: usualFixed(reading, axes), groups: false })
  const what = change === undefined ? 'empty' : isInForce ? 'now' : records.reports.length > 0 ? 'once' : 'unreported'
  return (
    <Frame t={t} says={t(`begin.picture.${what}`)}>
      <Sentence reading={reading} moment={moment} question={dossier.featured?.[0] ?? {}} />
      <Matrix reading={reading} table={table} {...axes} caption={t('begin.picture.caption')} asked={{}} assumed />
      <MatrixLegend table={table} reading={reading} />
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
async function readingOf(
  { records, sources }: NonNullable<ReturnType<typeof soundRecords>>,
  known: Props['known'],
  locale: Locale,
): Promise<Reading> {
  const { dossier } = records
  const { reader } = await openReader(locale, pages.dossier, `/${dossier.id}`, {})
  const all = new Map([...known, ...sources.map((one) => [one.id, one] as const)])
  const compiled = compileDossier(records, all.values())
  const { timeZone } = dossier
  return { ...reader, dossier, records, compiled, sources: all, timeZone, today: todayIn(timeZone) }
}
