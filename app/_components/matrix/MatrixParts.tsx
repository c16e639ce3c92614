import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { Dimension } from '@/lib/model'
import type { Window } from '@/lib/policy'
import { dimensionName, valueName } from '@/lib/words/names'
import type { Line, MatrixTable } from './matrix-table'

interface Props {
  reading: Reading
  table: MatrixTable
  rows: Dimension
  columns: Dimension
  /** What the address asks for; links change one part of it. */
  parameters: Record<string, string | undefined>
}

const mostGroups = 40

/** Of a matrix that is shown in parts: which part this is, the ways to the others, and how to see one group alone. */
export function MatrixParts({ reading, table: { parts }, rows, columns, parameters }: Props) {
  const axes = [
    { axis: 'rows', dimension: rows, part: parts.rows },
    { axis: 'columns', dimension: columns, part: parts.columns },
  ] as const
  const cut = axes.filter(({ dimension, part }) => part.shown.length < part.all || parameters[dimension.id])
  if (cut.length === 0) return null
  return (
    <nav className="matrix-parts" aria-label={reading.t('matrix.parts')}>
      {cut.map((one) => (
        <Part key={one.axis} reading={reading} {...one} parameters={parameters} />
      ))}
    </nav>
  )
}

interface PartProps extends Pick<Props, 'reading' | 'parameters'> {
  axis: 'rows' | 'columns'
  dimension: Dimension
  part: Window<Line>
}

function Part({ reading, axis, dimension, part, parameters }: PartProps) {
  const { t, locale } = reading
  const here = (change: Record<string, string | undefined>) =>
    withQuery(hrefTo(reading, 'matrix'), { ...parameters, ...change })
  const from = (line: Line) => here({ [`${axis}From`]: line.value.id })
  const groups = dimension.values.filter(({ values }) => values.length > 0)
  const chosen = parameters[dimension.id]
  return (
    <p className="label">
      {t('matrix.part', {
        dimension: dimensionName(dimension, locale).text,
        first: part.before + 1,
        last: part.before + part.shown.length,
        all: part.all,
      })}{' '}
      {part.previous && (
        <a rel="prev" href={from(part.previous)}>
          {t('matrix.partBefore', { value: valueName(part.previous.value, locale).text })}
        </a>
      )}{' '}
      {part.next && (
        <a rel="next" href={from(part.next)}>
          {t('matrix.partNext', { value: valueName(part.next.value, locale).text })}
        </a>
      )}{' '}
      {chosen !== undefined ? (
        <a href={here({ [dimension.id]: undefined, [`${axis}From`]: undefined })}>{t('matrix.partAll')}</a>
      ) : (
        groups.length > 0 && (
          <>
            {t('matrix.partOnly')}{' '}
            {groups.slice(0, mostGroups).map((value, at) => (
              <span key={value.id}>
                {at > 0 && ' · '}
                <a href={here({ [dimension.id]: value.id, [`${axis}From`]: undefined })}>
                  {valueName(value, locale).text}
                </a>
              </span>
            ))}
          </>
        )
      )}
    </p>
  )
}
