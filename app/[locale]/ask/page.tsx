import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { AskBox } from '@/app/_components/words/AskBox'
import { FeaturedAnswer } from '@/app/_components/words/FeaturedAnswer'
import { NothingYet } from '@/app/_components/words/NothingYet'
import { Words } from '@/app/_components/words/Words'
import { featuredOf } from '@/app/_reader/featured'
import { openAll } from '@/app/_reader/open'
import { hrefTo, type Reader, type Reading, withQuery } from '@/app/_reader/reading'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import type { NamesOf } from '@/lib/addresses/address'
import { pages } from '@/lib/addresses/pages'
import { isAskable } from '@/lib/asking/days'
import { shortTextOf, textOf } from '@/lib/asking/read'
import { dayIn, withoutDates } from '@/lib/asking/typed-date'
import { countCases, momentAt, standIn } from '@/lib/policy'
import { findTerms, type TermFound } from '@/lib/terms/terms'
import { unreadWords } from '@/lib/terms/unread'
import { formatDate } from '@/lib/words/dates'

const mostCharacters = 400
/** A wider question is answered on its own page only. */
const mostCases = 4000

export const generateMetadata = siteMetadata(pages.askAll, (reader) => ({
  ...describeOfSite(reader, 'ask'),
  isIndexed: false,
}))

/** A question in the reader's own words, asked of every dossier that knows some of them; the one that knows most stands first. */
export default sitePage(pages.askAll, draw, (reader) => (
  <AskBox reader={reader} words={textOf(reader.query, 'words')} />
))

async function draw(reader: Reader<NamesOf<typeof pages.askAll>>) {
  const { t, locale } = reader
  const words = shortTextOf(reader.query, 'words', mostCharacters)
  const readings = await openAll(reader)
  const asked = readings
    .map((reading) => ({ reading, found: words ? firstOfEach(findTerms(reading.dossier, words)) : [] }))
    .filter(({ found }) => found.length > 0)
    .sort((a, b) => b.found.length - a.found.length)
    // Who knows fewer of the words reads another question.
    .filter(({ found }, _, all) => found.length === all[0]?.found.length)
  return (
    <>
      <Head kicker={t('ask.title')} title={words ?? t('home.ask')} small />
      {words && asked.length === 0 && readings.length > 0 && <p className="notice">{t('ask.nowhere', { words })}</p>}
      {asked.map(({ reading, found }) => (
        <Section
          key={reading.dossier.id}
          id={reading.dossier.id}
          title={
            <a href={hrefTo(reading)}>
              <Words text={reading.dossier.title} locale={locale} />
            </a>
          }
        >
          <AskedHere reading={reading} found={found} words={words ?? ''} />
        </Section>
      ))}
      {readings.length === 0 ? <NothingYet reader={reader} /> : <AskBox reader={reader} words={words} />}
      {asked.length === 0 && readings.length > 0 && (
        <Section id="examples" title={t('home.examples')}>
          <ul className="featured">
            {readings.flatMap((reading) =>
              featuredOf(reading).map((question) => (
                <li key={`${reading.dossier.id} ${JSON.stringify(question)}`}>
                  <FeaturedAnswer
                    reading={reading}
                    question={question}
                    moment={momentAt(reading.compiled, { on: reading.today })}
                  />
                </li>
              )),
            )}
          </ul>
        </Section>
      )}
    </>
  )
}

/** Of each dimension the first value that the words name. */
const firstOfEach = (found: readonly TermFound[]): TermFound[] => [
  ...new Map(found.toReversed().map((one) => [one.dimension.id, one])).values(),
]

/** The question as one dossier reads it, with its answer in a line; the whole answer is a page of its own. */
function AskedHere({ reading, found, words }: { reading: Reading; found: readonly TermFound[]; words: string }) {
  const { t, locale, compiled, dossier, today, present } = reading
  const on = dayIn(words) ?? today
  const isFar = !isAskable(on, present)
  const unread = withoutDates(unreadWords(dossier, words))
  const question = Object.fromEntries(found.map(({ dimension, value }) => [dimension.id, value.id]))
  const values = standIn(compiled, question, on)
  const isWide = values !== null && countCases(compiled, values) > mostCases
  return (
    <>
      <p className="label">
        {t('ask.asOf', { date: formatDate(isFar ? today : on, locale) })}
        {unread.length > 0 && ` ${t('ask.wordsUnread', { words: unread.join(t('unit.separator')) })}`}
      </p>
      {!isWide && (
        <p className="featured">
          <FeaturedAnswer
            reading={reading}
            question={question}
            moment={momentAt(compiled, { on: isFar ? today : on })}
          />
        </p>
      )}
      <p className="label">
        <a href={withQuery(hrefTo(reading, 'ask'), { words })}>{t('ask.wholeAnswer')}</a>
      </p>
    </>
  )
}
