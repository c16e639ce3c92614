import { Spoken, Words } from '@/app/_components/words/Words'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { Dossier } from '@/lib/model'
import { walkValues } from '@/lib/model'
import { spelled } from '@/lib/search/query'
import type { SearchQuery } from '@/lib/search/synonyms'
import { dimensionName, valueName } from '@/lib/words/names'

/** How the terms of the news in a search were read: what else they find, in which dossier. */
export function TermsRead({ reader, query, words, dossiers }: Props & { query: SearchQuery; words: string }) {
  const { t, locale } = reader
  const alsoFinds = query.readings.some(({ terms }) => terms.some(({ also }) => also.length > 0))
  if (!alsoFinds) return null
  return (
    <ul className="read-as label">
      {query.readings.flatMap(({ dossier: id, terms }) =>
        terms
          .filter(({ also }) => also.length > 0)
          .map(({ said, also }) => (
            <li key={`${id} ${said}`}>
              {t.rich('search.alsoFinds', {
                said,
                dossier: () => <Title dossiers={dossiers} id={id} reader={reader} />,
                terms: () =>
                  also.map((term, at) => (
                    <span key={`${term.language} ${term.text}`}>
                      {at > 0 && t('unit.separator')}
                      <Spoken said={term} locale={locale} />
                    </span>
                  )),
              })}{' '}
              <a href={searchHref(reader, spelled(words).replace(said, `"${said}"`))}>{t('search.only', { said })}</a>
            </li>
          )),
      )}
    </ul>
  )
}

interface Props {
  reader: Reader
  dossiers: readonly Dossier[]
}

function Title({ dossiers, id, reader: { locale } }: Props & { id: string }) {
  const dossier = dossiers.find((one) => one.id === id)
  return dossier ? <Words text={dossier.title} locale={locale} /> : id
}

/** What the dossiers speak of, each value a search for it: for those who do not know what to look for. */
export function TermList({ reader, dossiers }: Props) {
  const { locale } = reader
  return dossiers.map((dossier) => (
    <section key={dossier.id} className="terms" aria-labelledby={`terms-${dossier.id}`}>
      <h3 id={`terms-${dossier.id}`} className="entry-title">
        <Words text={dossier.title} locale={locale} />
      </h3>
      <dl>
        {dossier.dimensions.map((dimension) => (
          <div key={dimension.id}>
            <dt className="label">
              <Spoken said={dimensionName(dimension, locale)} locale={locale} />
            </dt>
            <dd>
              <ul>
                {[...walkValues(dimension.values)].map(({ value }) => {
                  const name = valueName(value, locale)
                  return (
                    <li key={value.id}>
                      <a href={searchHref(reader, name.text)}>
                        <Spoken said={name} locale={locale} />
                      </a>
                    </li>
                  )
                })}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  ))
}

const searchHref = (reader: Reader, words: string) => withQuery(siteHref(reader, 'search'), { q: words })
