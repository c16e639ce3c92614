import { AssumedNotes } from '@/app/_components/differences/AssumedNotes'
import { Explained } from '@/app/_components/differences/Explained'
import { folded } from '@/app/_components/matrix/folded'
import { Matrix } from '@/app/_components/matrix/Matrix'
import { MatrixLegend } from '@/app/_components/matrix/MatrixLegend'
import { matrixTable } from '@/app/_components/matrix/matrix-table'
import { captionOf } from '@/app/_components/matrix/StateOfPlay'
import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { usualAxes, usualFixed } from '@/app/_reader/matrix-plan'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { assumedIn, assumedInAddress } from '@/lib/api/assumed'
import { assumptionsOf } from '@/lib/asking/assumptions'
import { onOf, textsOf } from '@/lib/asking/read'
import { say } from '@/lib/model'
import { comparisonOf, momentAt } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { PendingForm } from './_parts/PendingForm'

/** Changes that are told of with their answers. */
const mostTold = 12

type WhatIfReading = Reading<NamesOf<typeof pages.whatIf>>

export const generateMetadata = dossierMetadata(pages.whatIf, (reading) => ({
  ...describeOfDossier(reading, 'what-if'),
  query: withQuery('', { assume: takenOf(reading).toSorted() }),
}))

/** What is taken to be so: as the address says it, and what the form has ticked, from the day that it names. */
function takenOf(reading: WhatIfReading): string[] {
  const { query, today } = reading
  const day = onOf(reading, 'day') ?? today
  return [...textsOf(query, 'assume'), ...textsOf(query, 'take').map((change) => `${change}@${day}`)]
}

/** Pending changes ticked and dated, with the matrix and the differences that follow. */
export default dossierPage(pages.whatIf, draw, (reading) => {
  const { query, compiled, today } = reading
  const assume = assumptionsOf(reading, momentAt(compiled, { on: today }))
  return (
    <PendingForm
      reading={reading}
      assumed={assumedIn(momentAt(compiled, { on: today, assume }))}
      day={onOf(reading, 'day') ?? today}
      ticked={textsOf(query, 'take')}
    />
  )
})

async function draw(reading: WhatIfReading) {
  const { locale, t, dossier, compiled, today } = reading
  const asked = { ...reading, query: { ...reading.query, assume: takenOf(reading) } }
  const assume = assumptionsOf(asked, momentAt(compiled, { on: today }))
  // All of it has come by the last of the days.
  const on = [today, ...assume.values()].reduce((last, day) => (day > last ? day : last))
  const there = momentAt(compiled, { on, assume })
  const assumed = assumedIn(there)
  const path = hrefTo(reading, 'what-if')
  const parameters = { assume: assumedInAddress(assumed) }
  const axes = usualAxes(reading)
  const fixed = axes ? usualFixed(reading, axes) : {}
  const table = axes && folded(matrixTable(there, { ...axes, fixed, groups: false }), axes)
  const comparison = assumed.length > 0 ? comparisonOf(momentAt(compiled, { on }), there, {}, 'known') : null
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('whatIf.title')} small>
        <p className="standfirst">{t('whatIf.intro')}</p>
        <p className="label">{t('whatIf.asOf', { date: formatDate(today, locale) })}</p>
      </Head>
      <AssumedNotes reading={reading} assumed={assumed} there={there} path={path} parameters={parameters} />
      <PendingForm reading={reading} assumed={assumed} day={onOf(reading, 'day') ?? today} />
      {comparison && (
        <Section id="differs" title={t('whatIf.differs')}>
          <p className="label">
            {t('whatIf.onDay', { date: formatDate(on, locale), when: on === today ? 'today' : 'later' })}
          </p>
          {comparison.groups.length === 0 && <p>{t('whatIf.same')}</p>}
          {comparison.groups.slice(0, mostTold).map((group) => (
            <Explained key={group.change ?? ''} {...{ reading, group, assumed }} among={comparison.groups.length} />
          ))}
        </Section>
      )}
      {axes && table && assumed.length > 0 && (
        <Section id="matrix" title={t('whatIf.matrix', { date: formatDate(on, locale) })}>
          <p className="notice">{t('whatIf.assumedHere')}</p>
          <Matrix
            reading={reading}
            table={table}
            {...axes}
            caption={captionOf(reading, fixed, 'nothing')}
            asked={{ on }}
            assumed
          />
          <MatrixLegend table={table} reading={reading} />
        </Section>
      )}
      <Citation
        reader={reading}
        what={t('unit.of', { label: t('whatIf.title'), text: say(dossier.title, locale).text })}
        query={parameters}
      />
    </>
  )
}
