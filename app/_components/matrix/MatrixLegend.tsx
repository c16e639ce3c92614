import { Disposition, type ShownDisposition } from '@/app/_components/words/Disposition'
import { dispositions, type Locale } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import type { MatrixTable } from './matrix-table'

const order: ShownDisposition[] = [...dispositions, 'mixed', 'unknown']

/** What the shapes of a matrix mean; only those that occur in it. */
export function MatrixLegend({ table, locale }: { table: MatrixTable; locale: Locale }) {
  const t = translator(locale)
  const shown = new Set(table.cells.flat().map(({ disposition }) => disposition))
  return (
    <ul className="legend" aria-label={t('matrix.legend')}>
      {order
        .filter((disposition) => shown.has(disposition))
        .map((disposition) => (
          <li key={disposition}>
            <Disposition value={disposition} locale={locale} />
            {disposition === 'none'
              ? null
              : ` ${t(`dispositionMeaning.${disposition as Exclude<ShownDisposition, 'none'>}`)}`}
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
