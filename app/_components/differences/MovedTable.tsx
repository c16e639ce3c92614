import type { ReactNode } from 'react'
import { DirectionShape } from '@/app/_components/words/Direction'
import { Disposition } from '@/app/_components/words/Disposition'
import { RuleLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import { type Case, type Difference, type Direction, type Duty, type Next, turnAsTold } from '@/lib/policy'
import { boxInWords } from '@/lib/words/box-words'
import { formatDate } from '@/lib/words/dates'
import { type MovedRow, movedRows } from './moved-rows'

/** So many rows stand open, and so many more can be unfolded. */
const mostRows = 8
const mostFolded = 400

interface Props {
  reading: Reading
  differences: Difference[]
  caption: ReactNode
  /** How many rows stand open, and how many more can be unfolded. */
  most?: number
  folding?: number
}

/** Answers before and after, those that move alike in one row. */
export function MovedTable({ reading, differences, caption, most = mostRows, folding = mostFolded }: Props) {
  const { t, compiled } = reading
  const rows = movedRows(compiled, differences)
  const folded = rows.slice(most, most + folding)
  return (
    <>
      <Table reading={reading} rows={rows.slice(0, most)} caption={caption} />
      {folded.length > 0 && (
        <details className="fold">
          <summary>{t('report.moreRows', { count: folded.length })}</summary>
          <Table reading={reading} rows={folded} caption={caption} />
          {rows.length > most + folding && (
            <p className="label">{t('report.rowsLeft', { count: rows.length - most - folding })}</p>
          )}
        </details>
      )}
    </>
  )
}

function Table({ reading, rows, caption }: { reading: Reading; rows: readonly MovedRow[]; caption: ReactNode }) {
  const { t } = reading
  const shown = rows.map((row) => ({ ...row, words: boxInWords(reading, row.box) }))
  return (
    <table className="plain stack">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{t('report.cases')}</th>
          <th scope="col">{t('report.before')}</th>
          <th scope="col">{t('report.after')}</th>
          <th scope="col" className="number">
            {t('report.count')}
          </th>
        </tr>
      </thead>
      <tbody>
        {shown.map(({ key, example: { case: kase, before, after, direction, nexts }, box, words }) => (
          <tr key={`${key} ${words}`}>
            <th scope="row">{words}</th>
            <td data-column={t('report.before')}>
              <Said reading={reading} said={before} />
              {nexts && <ComesNext reading={reading} kase={kase} next={nexts.before} />}
            </td>
            <td data-column={t('report.after')}>
              <Said reading={reading} said={after} direction={direction} />
              {nexts && <ComesNext reading={reading} kase={kase} next={nexts.after} />}
            </td>
            <td className="number" data-column={t('report.count')}>
              {box.cases}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface SaidProps {
  reading: Reading
  said: Difference['after']
  direction?: Direction
}

/** One side of a move: its disposition, which way it goes, its conditions, what also applies. */
const Said = ({ reading, said: { disposition, conditions, duties }, direction }: SaidProps) => (
  <div>
    <Disposition value={disposition} reading={reading} />
    {direction && (
      <>
        {' '}
        <DirectionWord reading={reading} direction={direction} />
      </>
    )}
    {conditions.length > 0 && <Conditions reading={reading} conditions={conditions} />}
    <Duties reading={reading} duties={duties} />
  </div>
)

/** What also applies beside an answer. */
const Duties = ({ reading, duties }: { reading: Reading; duties: readonly Duty[] }) =>
  duties.map(({ rule, disposition, conditions }) => (
    <div key={rule} className="label">
      {reading.t.rich('compare.also', {
        rule: () => <RuleLink reading={reading} rule={rule} />,
        answer: () => <Disposition value={disposition} reading={reading} />,
      })}
      {conditions.length > 0 && <Conditions reading={reading} conditions={conditions} />}
    </div>
  ))

interface ComesNextProps {
  reading: Reading
  kase: Case
  next: Next | null
}

/** What comes next for an answer, and when, as the sources date it. */
function ComesNext({ reading, kase, next }: ComesNextProps) {
  const { t, locale, compiled } = reading
  if (!next) return <p className="label">{t('compare.comesNothing')}</p>
  const date = turnAsTold(compiled, next.on, kase, next)
  return (
    <p className="label">
      {t.rich('compare.comesNext', {
        date: formatDate(date, locale),
        answer: () => <Disposition value={next.disposition} reading={reading} />,
      })}
    </p>
  )
}

const DirectionWord = ({ reading: { t }, direction }: { reading: Reading; direction: Direction }) => (
  <span className="direction soft">
    <DirectionShape direction={direction} />
    <span className="word">{t(`direction.${direction}`)}</span>
  </span>
)

/** What an answer is conditional on. */
export const Conditions = ({
  reading: { locale },
  conditions,
}: {
  reading: Reading
  conditions: Difference['after']['conditions']
}) => (
  <ul className="conditions listed">
    {conditions.map((condition) => (
      <li key={JSON.stringify(condition)}>
        <Words text={condition} locale={locale} />
      </li>
    ))}
  </ul>
)

/** On what terms an answer stands: conditions of what is conditional, plain terms of anything else. */
export function Terms({ reading, said: { disposition, conditions } }: { reading: Reading; said: Difference['after'] }) {
  if (conditions.length === 0) return null
  return (
    <>
      <span className="soft">{reading.t(disposition === 'conditional' ? 'ask.conditions' : 'ask.terms')}</span>
      <Conditions reading={reading} conditions={conditions} />
    </>
  )
}
