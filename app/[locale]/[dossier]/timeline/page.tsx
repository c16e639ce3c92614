import { Citation } from '@/app/_components/page/Citation'
import { EmbedThis } from '@/app/_components/page/EmbedThis'
import { FeedLinks } from '@/app/_components/page/FeedLinks'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Section } from '@/app/_components/page/Section'
import { TimelineMonths } from '@/app/_components/reports/TimelineMonths'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { BadParameter } from '@/app/_reader/refusal'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { feedOf } from '@/app/[locale]/_frame/head-tags'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { database } from '@/db/client'
import { openFollowed } from '@/db/queries/followed-events'
import { BadCursorError, reportsPerMonth, timelineCount, timelinePage } from '@/db/queries/timeline'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { textOf } from '@/lib/asking/read'
import { readFilter } from '@/lib/asking/timeline-filter'
import { say } from '@/lib/model'
import { FilterChips } from './_parts/FilterChips'
import { FilterForm } from './_parts/FilterForm'
import { MonthBars, MonthList } from './_parts/MonthBars'
import { Pager } from './_parts/Pager'

const pageSize = 30

type TimelineReading = Reading<NamesOf<typeof pages.timeline>>

const filterIn = ({ query, records, sources }: TimelineReading) =>
  readFilter(query, { ...records, sources: [...sources.values()] })

/** The feed of exactly this list, named for its filter, beside that of the dossier. */
export const generateMetadata = dossierMetadata(pages.timeline, async (reading) => {
  const described = describeOfDossier(reading, 'timeline')
  const { parameters: filter } = filterIn(reading)
  if (Object.keys(filter).length === 0) return described
  const { db } = await database()
  const open = await openFollowed(db, { dossier: reading.dossier.id, filter })
  return open ? { ...described, feeds: [feedOf(open, reading)] } : described
})

export default dossierPage(pages.timeline, draw, (reading) => (
  <FilterForm reading={reading} parameters={filterIn(reading).parameters} open />
))

async function draw(reading: TimelineReading) {
  const { locale, t, dossier, pinned } = reading
  const asked = filterIn(reading)
  const { filter, parameters } = asked
  const { db } = await database()
  const scope = { dossier: dossier.id, filter, edition: pinned.edition }
  const [page, count, months] = await Promise.all([
    readPage(reading, scope),
    timelineCount(db, scope),
    reportsPerMonth(db, { ...scope, filter: { ...filter, from: undefined, to: undefined } }),
  ])
  const here = hrefTo(reading, 'timeline')
  const hrefOf = (month: string) => withQuery(here, { ...parameters, from: month, to: month })
  const title = t(Object.keys(parameters).length > 0 ? 'timeline.titleFiltered' : 'timeline.title')
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={title} small />
      <MonthBars
        reading={reading}
        months={months}
        most={120}
        hrefOf={hrefOf}
        hrefUntil={(month) => withQuery(here, { ...parameters, from: undefined, to: month })}
      />
      <MonthList reading={reading} months={months} hrefOf={hrefOf} />
      <div className="columns beside">
        <aside className="rail">
          <FilterForm reading={reading} parameters={parameters} />
        </aside>
        <div>
          <Section
            id="reports"
            title={t('timeline.results', { count })}
            aside={
              <>
                <p className="label">
                  {t('timeline.feed')}{' '}
                  <FeedLinks reader={reading} folder={`/${dossier.id}`} query={withQuery('', parameters)} />
                </p>
                <ListFiles
                  reader={reading}
                  dossier={dossier.id}
                  table="reports"
                  query={{ ...parameters, order: 'newest' }}
                />
              </>
            }
          >
            <FilterChips reading={reading} parameters={parameters} />
            {count === 0 && <p>{t('timeline.nothing')}</p>}
            <TimelineMonths reading={reading} reports={page.reports} level="h3" />
            <Pager reading={reading} path={here} parameters={parameters} newer={page.newer} older={page.older} />
          </Section>
          <Citation
            reader={reading}
            what={t('unit.of', { label: title, text: say(dossier.title, locale).text })}
            query={{ ...parameters, cursor: textOf(reading.query, 'cursor') }}
          />
          <EmbedThis
            reader={reading}
            part="timeline"
            what={t('unit.of', { label: title, text: say(dossier.title, locale).text })}
            query={parameters}
          />
        </div>
      </div>
    </>
  )
}

async function readPage({ query }: Reading<'cursor'>, scope: Parameters<typeof timelineCount>[1]) {
  const { db } = await database()
  const cursor = textOf(query, 'cursor')
  try {
    return await timelinePage(db, { ...scope, cursor, limit: pageSize })
  } catch (error) {
    if (!(error instanceof BadCursorError)) throw error
    throw new BadParameter('cursor', cursor ?? '', { code: 'badCursor' })
  }
}
