import { Section } from '@/app/_components/page/Section'
import { usualAxes, usualFixed } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { dimensionName, nameOfValue } from '@/lib/words/names'
import { folded } from './folded'
import { Matrix } from './Matrix'
import { MatrixLegend } from './MatrixLegend'
import { MatrixParts } from './MatrixParts'
import { type MatrixTable, matrixTable } from './matrix-table'

/** The dossier's matrix as of today. */
export function StateOfPlay({ reading }: { reading: Reading }) {
  const { t, locale, compiled, today } = reading
  const axes = usualAxes(reading)
  if (!axes) return null
  const fixed = usualFixed(reading, axes)
  const table = folded(matrixTable(momentAt(compiled, { on: today }), { ...axes, fixed, groups: false }), axes)
  return (
    <Section
      id="state"
      title={t('dossier.stateOfPlayOn', { date: formatDate(today, locale) })}
      aside={
        <p className="label">
          <a href={hrefTo(reading, 'matrix')}>{t('dossier.fullMatrix')}</a>
        </p>
      }
    >
      <MatrixParts reading={reading} table={table} {...axes} parameters={{}} />
      <Matrix
        reading={reading}
        table={table}
        {...axes}
        caption={captionOf(reading, fixed, opensOf(table))}
        asked={{}}
      />
      <MatrixLegend table={table} reading={reading} />
    </Section>
  )
}

/** What a cell of a matrix opens: its answer, or in a folded table also a list of the answers that it stands for. */
type Opens = 'answers' | 'lists' | 'nothing'

export const opensOf = ({ cells }: Pick<MatrixTable, 'cells'>): Opens =>
  cells.some((line) => line.some(({ each }) => each)) ? 'lists' : 'answers'

/** What holds for every cell of a matrix, in words, and what the cells open. */
export function captionOf(
  { t, locale, dossier }: Pick<Reading, 't' | 'locale' | 'dossier'>,
  fixed: Record<string, string>,
  opens: Opens = 'answers',
): string {
  const parts = dossier.dimensions
    .filter(({ id }) => fixed[id])
    .map((dimension) =>
      t('matrix.fixedPart', {
        dimension: dimensionName(dimension, locale).text,
        value: nameOfValue(dimension, fixed[dimension.id] ?? '', locale).text,
      }),
    )
  const joined = parts.join(t('unit.clauseSeparator'))
  const what = t('matrix.opens', { what: opens })
  return joined ? t('matrix.captionFixed', { fixed: joined, opens: what }) : what
}
