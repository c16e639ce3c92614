import { MotionList } from '@/app/_components/over-time/MotionList'
import { Head } from '@/app/_components/page/Head'
import { ListFiles } from '@/app/_components/page/ListFiles'
import { Section } from '@/app/_components/page/Section'
import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import { Words } from '@/app/_components/words/Words'
import { dossierMetadata, dossierPage } from '@/app/[locale]/_frame/document'
import { describeOfDossier } from '@/app/[locale]/_frame/listed'
import { pages } from '@/lib/addresses/pages'
import { changesInMotion, lifeOf, momentAt } from '@/lib/policy'
import { formatDate, formatOn } from '@/lib/words/dates'
import { stageWord } from '@/lib/words/own-words'

export const generateMetadata = dossierMetadata(pages.changes, (reading) => describeOfDossier(reading, 'changes'))

export default dossierPage(pages.changes, async (reading) => {
  const { locale, t, dossier, records, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const moving = changesInMotion(moment)
  const movingIds = new Set(moving.map(({ change }) => change.id))
  const rest = records.changes
    .filter(({ id }) => !movingIds.has(id))
    .map((change) => ({ change, life: lifeOf(moment, change.id) }))
    .sort((a, b) => ((a.life?.on ?? '') < (b.life?.on ?? '') ? 1 : -1))
  return (
    <>
      <Head kicker={<Words text={dossier.title} locale={locale} />} title={t('change.title')} small>
        <p className="standfirst">{t('change.intro')}</p>
        <ListFiles reader={reading} dossier={dossier.id} table="changes" />
      </Head>
      {moving.length > 0 && (
        <Section id="pending" title={t('change.pendingSection')}>
          <MotionList reading={reading} changes={moving} />
        </Section>
      )}
      <Section id="settled" title={t('change.inForceSection')}>
        <ul className="motion">
          {rest.map(({ change, life }) => (
            <li key={change.id}>
              {life ? <StageMark stage={life.stage} reading={reading} /> : <span className="soft">—</span>}
              <div>
                <h3>
                  <ChangeLink reading={reading} change={change} />
                </h3>
                <p>
                  {life
                    ? t('change.since', {
                        inForce: life.stage === 'in_force' ? 'yes' : 'no',
                        stage: stageWord(reading, life.stage).text,
                        date: formatDate(life.date, locale),
                        on: formatOn(life.date, locale),
                      })
                    : t('change.notYet', { date: formatDate(today, locale) })}
                </p>
              </div>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
})
