import { Disposition } from '@/app/_components/words/Disposition'
import type { Reading } from '@/app/_reader/reading'
import { dispositions } from '@/lib/model'
import type { ShownDisposition } from '@/lib/words/own-words'
import type { MatrixTable } from './matrix-table'

const order: ShownDisposition[] = [...dispositions, 'mixed', 'unknown']

/** What the shapes of a matrix mean; only those that occur in it. */
export function MatrixLegend({ table, reading }: { table: MatrixTable; reading: Reading }) {
  const { t } = reading
  const shown = new Set(table.cells.flat().map(({ disposition }) => disposition))
  return (
    <ul className="legend" aria-label={t('matrix.legend')}>
      {order
        .filter((disposition) => shown.has(disposition))
        .map((disposition) => (
          <li key={disposition}>
            <Disposition value={disposition} reading={reading} />
            {disposition === 'none'
              ? null
              : `${t('unit.colon')}${t(`dispositionMeaning.${disposition as Exclude<ShownDisposition, 'none'>}`)}`}
          </li>
        ))}
      {table.cells.flat().some(({ moved }) => moved) && (
        <li>
          <span className="moved first" /> {t('matrix.dot')}
        </li>
      )}
    </ul>
  )
}
