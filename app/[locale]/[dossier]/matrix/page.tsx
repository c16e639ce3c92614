import { askedOf, axesOf, fixedOf, type MatrixReading, openedOf, withinOf } from '@/app/_components/matrix/asked-matrix'
import { Matrix } from '@/app/_components/matrix/Matrix'
import { MatrixLegend } from '@/app/_components/matrix/MatrixLegend'
import { MatrixParts } from '@/app/_components/matrix/MatrixParts'
import { type Cell, matrixTable } from '@/app/_components/matrix/matrix-table'
import { captionOf } from '@/app/_components/matrix/StateOfPlay'
import { NothingDated } from '@/app/_components/over-time/NothingDated'
import { Citation } from '@/app/_components/page/Citation'
import { EmbedThis } from '@/app/_components/page/EmbedThis'
import { Head } from '@/app/_components/page/Head'
import { KnownByMonth } from '@/app/_components/page/KnownByMonth'
import { Words } from '@/app/_components/words/Words'
import type { Axes } from '@/app/_reader/matrix-plan'
import { hrefTo, pinsOf, type Reading, withQuery } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { isNamed, knownOf, onOf, textOf, valuesOf } from '@/lib/asking/read'
import { say } from '@/lib/model'
import { momentAt, turningDays } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { MatrixForm } from './_parts/MatrixForm'
import { OverTheDates } from './_parts/OverTheDates'
import { TurningDays } from './_parts/TurningDays'

export const generateMetadata = dossierMetadata(pages.matrix, (reading) => {
  const [on, known] = [onOf(reading, 'on'), knownOf(reading, 'known')]
  return { ...describeOfDossier(reading, 'matrix', on), query: askedIn(reading, { on, known }) }
})

/** What of the address makes this a matrix of its own; a dimension that it leaves open on purpose is named as empty. */
function askedIn(reading: MatrixReading, moment: Record<'on' | 'known', string | undefined>): string {
  const { query, dossier } = reading
  const axes = { rows: textOf(query, 'rows'), columns: textOf(query, 'columns') }
  const parts = { rowsFrom: textOf(query, 'rowsFrom'), columnsFrom: textOf(query, 'columnsFrom') }
  const values = valuesOf(reading)
  const opened = dossier.dimensions.flatMap(({ id }) => (isNamed(reading, id) && !values[id] ? [`${id}=`] : []))
  const said = withQuery('', { ...axes, ...values, ...parts, ...moment })
  return opened.length === 0 ? said : `${said || '?'}${said && '&'}${opened.join('&')}`
}

export default dossierPage(pages.matrix, draw, (reading) => {
  const axes = axesOf(reading)
  const on = onOf(reading, 'on') ?? reading.today
  return <MatrixForm {...{ reading, ...axes, on }} fixed={fixedOf(reading, axes)} known={knownOf(reading, 'known')} />
})

async function draw(reading: MatrixReading) {
  const { locale, t, dossier, compiled, today, query } = reading
  const axes = axesOf(reading)
  const on = onOf(reading, 'on') ?? today
  const known = knownOf(reading, 'known')
  const fixed = fixedOf(reading, axes)
  const within = withinOf(reading, axes)
  const table = matrixTable(momentAt(compiled, { on, known }), { ...axes, fixed, groups: true, within })
  const parameters = {
    rows: textOf(query, 'rows'),
    columns: textOf(query, 'columns'),
    ...askedOf(reading, axes),
    [axes.rows.id]: within.rows.value,
    [axes.columns.id]: within.columns.value,
    rowsFrom: within.rows.from,
    columnsFrom: within.columns.from,
    known,
  }
  const open = openedOf(reading, axes, fixed)
  const isEmpty = turningDays(compiled, { known }).length === 0 && table.cells.flat().every(saysNothing)
  const what = t('unit.of', { label: t('matrix.title'), text: say(dossier.title, locale).text })
  const whole = { ...parameters, rows: axes.rows.id, columns: axes.columns.id, ...fixed }
  const data = dataOf(reading, axes, fixed, {
    [axes.rows.id]: within.rows.value,
    [axes.columns.id]: within.columns.value,
    on,
    known,
  })
  return (
    <>
      <Head
        kicker={<Words text={dossier.title} locale={locale} />}
        title={t('matrix.heading', { date: formatDate(on, locale) })}
        small
      >
        {known && <p className="standfirst">{t('matrix.knownBy', { date: formatDate(known, locale) })}</p>}
      </Head>
      <MatrixForm reading={reading} {...axes} fixed={fixed} on={on} known={known} />
      {isEmpty ? (
        <NothingDated reading={reading} page="matrix" />
      ) : (
        <TurningDays reading={reading} path={hrefTo(reading, 'matrix')} parameters={parameters} on={on} known={known} />
      )}
      <KnownByMonth reading={reading} known={known} />
      {!isEmpty && (
        <>
          <MatrixParts
            reading={reading}
            table={table}
            {...axes}
            parameters={{ ...parameters, on: on === today ? undefined : on }}
          />
          <Matrix
            reading={reading}
            table={table}
            {...axes}
            caption={captionOf(reading, fixed)}
            asked={{ on: on === today ? undefined : on, known }}
          />
          <MatrixLegend table={table} reading={reading} />
        </>
      )}
      <OverTheDates reading={reading} {...axes} fixed={fixed} parameters={parameters} known={known} />
      <p className="pager label">
        <a href={data('matrix')}>{t('matrix.json')}</a>
        <a href={data('matrix.csv')} download>
          {t('matrix.csv')}
        </a>
      </p>
      <Citation reader={reading} what={what} on={on} query={whole} open={open} />
      <EmbedThis
        reader={reading}
        part="matrix"
        what={what}
        query={whole}
        open={open}
        on={on === today ? undefined : on}
      />
    </>
  )
}

/** No rule speaks in a cell, and the dossier says of no default that it holds then. */
const saysNothing = ({ disposition }: Cell): boolean => disposition === 'unstated' || disposition === 'untracked'

/** The same matrix in the API; what the dossier usually fixes and is left open here is named as empty. */
function dataOf(
  reading: Reading,
  axes: Axes,
  fixed: Record<string, string>,
  asked: Record<string, string | undefined>,
) {
  const named = { rows: axes.rows.id, columns: axes.columns.id, ...fixed, ...pinsOf(reading), ...asked }
  return (form: string) =>
    withQuery(`/api/v1/dossiers/${reading.dossier.id}/${form}`, named) +
    openedOf(reading, axes, fixed)
      .map((id) => `&${id}=`)
      .join('')
}
