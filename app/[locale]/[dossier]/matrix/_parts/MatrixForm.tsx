import { DayFields, EditionField, marked, Pins, Refused, ValueOptions } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { Dimension } from '@/lib/model'
import { dimensionName } from '@/lib/words/names'

interface Props {
  reading: Reading
  rows: Dimension
  columns: Dimension
  fixed: Record<string, string>
  on: string
  known: string | undefined
}

/** Which day, which dimensions, which values of the others: a plain GET form. */
export function MatrixForm({ reading, rows, columns, fixed, on, known }: Props) {
  const { locale, t, dossier } = reading
  const others = dossier.dimensions.filter(({ id }) => id !== rows.id && id !== columns.id)
  return (
    <form action={hrefTo(reading, 'matrix')} method="get" className="fields">
      <Pins reader={reading} shown="edition" />
      {(['rows', 'columns'] as const).map((axis) => (
        <div className="field" key={axis}>
          <label htmlFor={axis}>{t(`matrix.${axis}`)}</label>
          <select id={axis} name={axis} defaultValue={(axis === 'rows' ? rows : columns).id} {...marked(reading, axis)}>
            {dossier.dimensions.map((dimension) => (
              <option key={dimension.id} value={dimension.id}>
                {dimensionName(dimension, locale).text}
              </option>
            ))}
          </select>
          <Refused reading={reading} name={axis} />
        </div>
      ))}
      {others.map((dimension) => (
        <div className="field" key={dimension.id}>
          <label htmlFor={dimension.id}>{dimensionName(dimension, locale).text}</label>
          <select
            id={dimension.id}
            name={dimension.id}
            defaultValue={fixed[dimension.id] ?? ''}
            {...marked(reading, dimension.id)}
          >
            <option value="">{t('matrix.any')}</option>
            <ValueOptions dimension={dimension} locale={locale} />
          </select>
          <Refused reading={reading} name={dimension.id} />
        </div>
      ))}
      <DayFields reading={reading} on={on} known={known} />
      <EditionField reading={reading} name="edition" value={reading.pinned.edition} />
      <button type="submit">{t('matrix.show')}</button>
    </form>
  )
}
