import { axesOf, fixedOf, withinOf } from '@/app/_components/matrix/asked-matrix'
import { Matrix } from '@/app/_components/matrix/Matrix'
import { MatrixLegend } from '@/app/_components/matrix/MatrixLegend'
import { matrixTable } from '@/app/_components/matrix/matrix-table'
import { captionOf } from '@/app/_components/matrix/StateOfPlay'
import { EmbedHead } from '@/app/_components/page/EmbedHead'
import { Words } from '@/app/_components/words/Words'
import { searchOf } from '@/app/_reader/reading'
import { embedMetadata, embedPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { knownOf, onOf } from '@/lib/asking/read'
import { momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'

export const generateMetadata = embedMetadata(pages.matrix, (reading) => ({
  ...describeOfDossier(reading, 'matrix', onOf(reading, 'on')),
  query: searchOf({ ...reading.query, edition: undefined }),
}))

/** The answers of two dimensions crossed. */
export default embedPage(pages.matrix, async (reading) => {
  const { locale, t, dossier, compiled, today } = reading
  const axes = axesOf(reading)
  const on = onOf(reading, 'on') ?? today
  const known = knownOf(reading, 'known')
  const fixed = fixedOf(reading, axes)
  const within = withinOf(reading, axes)
  const table = matrixTable(momentAt(compiled, { on, known }), { ...axes, fixed, groups: true, within })
  return (
    <>
      <EmbedHead
        href={`/${locale}${reading.path}${searchOf(reading.query)}`}
        label={t('matrix.heading', { date: formatDate(on, locale) })}
      >
        <Words text={dossier.title} locale={locale} />
      </EmbedHead>
      {known && <p className="label">{t('matrix.knownBy', { date: formatDate(known, locale) })}</p>}
      <Matrix
        reading={reading}
        table={table}
        {...axes}
        caption={captionOf(reading, fixed)}
        asked={{ on: on === today ? undefined : on, known }}
      />
      <MatrixLegend table={table} reading={reading} />
    </>
  )
})
