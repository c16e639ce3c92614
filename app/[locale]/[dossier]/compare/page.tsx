import { type AskedParameters, AssumedNotes } from '@/app/_components/differences/AssumedNotes'
import { Explained } from '@/app/_components/differences/Explained'
import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { KnownByMonth } from '@/app/_components/page/KnownByMonth'
import { Narrower } from '@/app/_components/page/Narrower'
import { Directions } from '@/app/_components/words/Direction'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { type Compared, compareSides, type OpenSide } from '@/app/_server/comparison'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { assumedIn, assumedInAddress } from '@/lib/api/assumed'
import { isAskable } from '@/lib/asking/days'
import { type ComparedSides, type Side, sidesOf } from '@/lib/asking/question'
import { textOf, textsOf } from '@/lib/asking/read'
import { say } from '@/lib/model'
import { answersMoved, turningDayAsTold, turningDaysAround } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { nameOfValue } from '@/lib/words/names'
import { listInWords } from '@/lib/words/sentence'
import { assumedInWords, WhatIf } from './_parts/Assumed'
import { CompareForm } from './_parts/CompareForm'
import { OtherChanges } from './_parts/OtherChanges'

/** Changes that are told of with their answers; any more are named. */
const mostTold = 30

export const generateMetadata = dossierMetadata(pages.compare, (reading) => ({
  ...describeOfDossier(reading, 'compare'),
  query: withQuery('', parametersOf(sidesOf(reading), textsOf(reading.query, 'assume').toSorted())),
}))

export default dossierPage(pages.compare, draw, (reading) => (
  <CompareForm reading={reading} sides={sidesOf(reading)} assume={textsOf(reading.query, 'assume')} />
))

async function draw(reading: CompareReading) {
  const { locale, t, dossier, query } = reading
  const sides = sidesOf(reading)
  const { from, to, comparison, isForeseen } = await compared(reading)
  const data = `/api/v1/dossiers/${dossier.id}/compare`
  const assumed = assumedIn(to.moment)
  const parameters = parametersOf(sides, assumedInAddress(assumed))
  const heading = t('compare.heading', {
    from: sideInWords(reading, 'from', from),
    to: sideInWords(reading, 'to', to),
  })
  // A side without an edition of its own is of that of the citation.
  const own = { ...parameters, fromEdition: textOf(query, 'fromEdition'), toEdition: textOf(query, 'toEdition') }
  const { count, nexts: ahead, cases, groups, isNextCompared } = comparison
  const counts = { differing: answersMoved(comparison), ahead, cases }
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={heading} small>
        <p className="standfirst">
          {count === 0 ? t('compare.nothing', counts) : t('compare.summary', counts)}{' '}
          <Directions reading={reading} directions={comparison.directions} />
        </p>
      </Head>
      <CompareForm reading={reading} sides={sides} assume={assumedInAddress(assumed)} />
      <AssumedNotes
        reading={reading}
        assumed={assumed}
        there={to.moment}
        path={hrefTo(reading, 'compare')}
        compared
        parameters={parameters}
      />
      <Within reading={reading} {...{ sides, parameters }} isCut={count > comparison.differences.length} />
      <Steps reading={reading} sides={sides} />
      {[...new Set([sides.from.known, sides.to.known])].map((known) => (
        <KnownByMonth key={known} reading={reading} known={known} />
      ))}
      {!isNextCompared && <p className="notice">{t('compare.nextLeft')}</p>}
      {groups.slice(0, mostTold).map((group) => (
        <Explained key={group.change ?? ''} {...{ reading, group, assumed }} among={groups.length} />
      ))}
      <OtherChanges reading={reading} groups={groups.slice(mostTold)} />
      {isForeseen && ahead > 0 && <p className="label">{t('compare.foreseen')}</p>}
      <WhatIf reading={reading} assumed={assumed} there={to.moment} parameters={parameters} />
      <p className="pager label">
        <a href={withQuery(data, parameters)}>{t('compare.json')}</a>
        <a href={withQuery(`${data}.csv`, parameters)} download>
          {t('compare.csv')}
        </a>
      </p>
      <Citation
        reader={reading}
        what={t('unit.of', { label: say(dossier.title, locale).text, text: heading })}
        on={null}
        query={own}
      />
    </>
  )
}

type CompareReading = Reading<NamesOf<typeof pages.compare>>

async function compared(reading: CompareReading): Promise<Compared> {
  const found = await compareSides(reading)
  if (!found) throw new Error(`The dossier ${reading.dossier.id} is gone.`)
  return found
}

function parametersOf({ from, to, values }: ComparedSides, assume: readonly string[]): AskedParameters {
  const of = (name: 'from' | 'to', { on, known, edition }: Side) => ({
    [name]: on,
    [`${name}Known`]: known,
    [`${name}Edition`]: edition === undefined ? undefined : String(edition),
  })
  return { ...values, ...of('from', from), ...of('to', to), assume }
}

/** A side with what the address says of it alone; the edition of the whole page stands above it. */
function sideInWords(reading: CompareReading, name: 'from' | 'to', { on, known, edition, moment }: OpenSide): string {
  const { t, locale, query } = reading
  const date = formatDate(on, locale)
  const parts = [
    known === undefined ? '' : t('compare.knownBy', { date: formatDate(known, locale) }),
    edition === undefined || textOf(query, `${name}Edition`) === undefined
      ? ''
      : t('compare.inEdition', { number: edition }),
    assumedInWords(reading, assumedIn(moment)),
  ].filter(Boolean)
  return parts.length === 0 ? date : t('compare.side', { date, how: parts.join(t('unit.separator')) })
}

interface WithinProps {
  reading: Reading
  sides: ComparedSides
  parameters: AskedParameters
  isCut: boolean
}

/** Which cases are compared; where they are too many to list, the ways to fewer. */
function Within({ reading, sides, parameters, isCut }: WithinProps) {
  const { t, dossier, locale } = reading
  const here = hrefTo(reading, 'compare')
  const named = dossier.dimensions.flatMap((dimension) => {
    const value = sides.values[dimension.id]
    return value === undefined ? [] : [nameOfValue(dimension, value, locale).text]
  })
  const all = Object.fromEntries(Object.keys(sides.values).map((id) => [id, undefined]))
  return (
    <>
      {named.length > 0 && (
        <p className="label">
          {t('compare.within', { values: listInWords(named, locale) })}{' '}
          <a href={withQuery(here, { ...parameters, ...all })}>{t('compare.withinAll')}</a>
        </p>
      )}
      {isCut && (
        <nav className="label" aria-label={t('compare.narrower')}>
          <p>{t('compare.narrower')}</p>
          <Narrower reading={reading} path={here} parameters={parameters} />
        </nav>
      )}
    </>
  )
}

/** From one day on which an answer changes to the next: what changed on that very day. */
function Steps({ reading, sides }: { reading: Reading; sides: ComparedSides }) {
  const { t, locale, compiled, present } = reading
  const { previous: before, next: after } = turningDaysAround(compiled, sides.to.on)
  const earlier = before && turningDaysAround(compiled, before).previous
  const here = hrefTo(reading, 'compare')
  const dateOf = (day: string) => formatDate(turningDayAsTold(compiled, day), locale)
  return (
    <nav className="step-links" aria-label={t('matrix.steps')}>
      {before && earlier && isAskable(earlier, present) ? (
        <a rel="prev" href={withQuery(here, { from: earlier, to: before })}>
          ← {t('compare.previous', { date: dateOf(before) })}
        </a>
      ) : (
        <span className="soft">{t('matrix.noPrevious')}</span>
      )}
      {after && isAskable(after, present) ? (
        <a
          rel="next"
          href={withQuery(here, { from: before && isAskable(before, present) ? before : sides.to.on, to: after })}
        >
          {t('compare.next', { date: dateOf(after) })} →
        </a>
      ) : (
        <span className="soft">{t('matrix.noNext')}</span>
      )}
    </nav>
  )
}
