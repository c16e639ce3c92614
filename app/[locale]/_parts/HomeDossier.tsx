import { NextDates } from '@/app/_components/over-time/NextDates'
import { UnsettledList } from '@/app/_components/over-time/UnsettledList'
import { FeaturedAnswer } from '@/app/_components/words/FeaturedAnswer'
import { Question } from '@/app/_components/words/Question'
import { Words } from '@/app/_components/words/Words'
import { featuredOf } from '@/app/_reader/featured'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { comingDates, momentAt, unsettledChanges } from '@/lib/policy'
import { ChangedLately } from './ChangedLately'

const mostFeatured = 3

/** A dossier on the front page: its question, the answers that most readers come for, the next date, what changed lately, what is not known. */
export function HomeDossier({ reading }: { reading: Reading }) {
  const { locale, t, dossier, compiled, today } = reading
  const moment = momentAt(compiled, { on: today })
  const coming = comingDates(moment)
  const unsettled = unsettledChanges(moment)
  const featured = featuredOf(reading).slice(0, mostFeatured)
  return (
    <article className="home-dossier">
      <h3>
        <a href={hrefTo(reading)}>
          <Words text={dossier.title} locale={locale} />
        </a>
      </h3>
      {featured.length > 0 ? (
        <ul className="featured">
          {featured.map((question) => (
            <li key={JSON.stringify(question)}>
              <FeaturedAnswer reading={reading} question={question} moment={moment} />
            </li>
          ))}
        </ul>
      ) : (
        <p className="question">
          <Question dossier={dossier} question={{}} locale={locale} />
        </p>
      )}
      <dl className="news">
        {coming.length > 0 && (
          <>
            <dt>{t('home.nextDate')}</dt>
            <dd>
              <NextDates reading={reading} coming={coming} most={1} />
            </dd>
          </>
        )}
        <ChangedLately reading={reading} />
        {unsettled.length > 0 && (
          <>
            <dt>{t('unsettled.title')}</dt>
            <dd>
              <UnsettledList reading={reading} changes={unsettled} />
            </dd>
          </>
        )}
      </dl>
    </article>
  )
}
