import type { ReactNode } from 'react'
import type { Difference, Direction } from '@/lib/policy'
import { boxInWords } from './boxWords'
import { DirectionShape } from './Direction'
import { Disposition } from './Disposition'
import { movedRows } from './movedRows'
import type { Reading } from './reading'
import { Words } from './Words'

const mostRows = 8

/** Answers before and after, those that move alike in one row. */
export function MovedTable({
  reading,
  differences,
  caption,
  most = mostRows,
}: {
  reading: Reading
  differences: Difference[]
  caption: ReactNode
  /** How many rows to show. */
  most?: number
}) {
  const { locale, t, compiled } = reading
  const rows = movedRows(compiled, differences)
  const shown = rows.slice(0, most).map((row) => ({ ...row, words: boxInWords(reading, row.box) }))
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
        {shown.map(({ key, example: { before, after, direction }, box, words }) => (
          <tr key={`${key} ${words}`}>
            <th scope="row">{words}</th>
            <td data-column={t('report.before')}>
              <Disposition value={before.disposition} locale={locale} />
            </td>
            <td data-column={t('report.after')}>
              <span>
                <Disposition value={after.disposition} locale={locale} />{' '}
                <DirectionWord reading={reading} direction={direction} />
                {after.conditions.length > 0 && <Conditions reading={reading} conditions={after.conditions} />}
              </span>
            </td>
            <td className="number" data-column={t('report.count')}>
              {box.cases}
            </td>
          </tr>
        ))}
      </tbody>
      {rows.length > most && (
        <tfoot>
          <tr>
            <td colSpan={4}>{t('report.moreRows', { count: rows.length - most })}</td>
          </tr>
        </tfoot>
      )}
    </table>
  )
}

const DirectionWord = ({ reading: { t }, direction }: { reading: Reading; direction: Direction }) => (
  <span className="direction soft">
    <DirectionShape direction={direction} />
    {t(`direction.${direction}`)}
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
