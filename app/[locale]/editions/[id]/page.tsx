import { editionInWords } from '@/app/_components/editionWords'
import { FieldChanges } from '@/app/_components/FieldChanges'
import { Head } from '@/app/_components/Head'
import { type Reader, siteHref, withQuery } from '@/app/_components/reading'
import { hrefOfRecord } from '@/app/_components/recordLinks'
import { Missing } from '@/app/_components/refusal'
import { Section } from '@/app/_components/Section'
import { Words } from '@/app/_components/Words'
import { database } from '@/db/client'
import { type Edition, findEdition } from '@/db/queries/edition'
import { changesOfEdition, type RecordChange } from '@/db/queries/revision'
import { type AnyRecord, recordKinds, type Text } from '@/lib/model'
import { formatDate, instantDay } from '@/lib/text/dates'
import { type SiteParams, siteMetadata, sitePage } from '../../document'

export const dynamic = 'force-dynamic'

interface EditionParams extends SiteParams {
  id: string
}

const template = '/editions/{id}'
const mostOpened = 12
const mostListed = 200

export const generateMetadata = siteMetadata<EditionParams>(template, ({ t, path }) => ({
  title: t('edition.number', { number: Number(path.split('/').at(-1)) || 0 }),
}))

export default sitePage<EditionParams>(template, async (reader, { id }) => {
  const { locale, t } = reader
  const edition = await requireEdition(reader, id)
  const { db } = await database()
  const changes = await changesOfEdition(db, edition.number)
  const { number } = edition
  return (
    <>
      <Head
        kicker={<a href={siteHref(reader, 'editions')}>{t('edition.title')}</a>}
        title={t('edition.number', { number })}
        small
      >
        <p className="standfirst">{editionInWords(reader, edition)}</p>
        <p className="label">
          <time dateTime={edition.publishedAt}>{formatDate(instantDay(edition.publishedAt), locale)}</time> ·{' '}
          {edition.reason}
        </p>
      </Head>
      <ul className="index-list">
        <li>
          <a href={withQuery(`/${locale}`, { edition: String(number) })}>{t('edition.read', { number })}</a>
        </li>
        {number > 1 &&
          edition.summary.dossiers.map((dossier) => (
            <li key={dossier}>
              <a href={compareWithBefore(locale, dossier, edition)}>{t('edition.compare', { dossier })}</a>
            </li>
          ))}
      </ul>
      {recordKinds.map((kind) => {
        const ofKind = changes.filter((change) => change.kind === kind)
        if (ofKind.length === 0) return null
        const changed = ofKind.filter(({ before, after }) => before !== null && after !== null)
        return (
          <Section key={kind} id={kind} title={t(`edition.kinds.${kind}`)}>
            {changed.length > 0 && (
              <ul className="corrections">
                {changed.slice(0, mostListed).map((change) => (
                  <li key={`${change.dossier} ${change.id}`}>
                    <Changed reader={reader} edition={edition} change={change} open={changed.length <= mostOpened} />
                  </li>
                ))}
              </ul>
            )}
            <Titles reader={reader} edition={edition} what="new" changes={ofKind.filter(({ before }) => !before)} />
            <Titles reader={reader} edition={edition} what="gone" changes={ofKind.filter(({ after }) => !after)} />
          </Section>
        )
      })}
    </>
  )
})

async function requireEdition(reader: Reader, id: string): Promise<Edition> {
  const { db } = await database()
  const edition = /^[1-9]\d{0,8}$/.test(id) ? await findEdition(db, Number(id)) : null
  if (!edition || edition.number > reader.edition.number) throw new Missing('page', id)
  return edition
}

/** The answers that the edition moved on its own day. */
const compareWithBefore = (locale: string, dossier: string, { number, publishedAt }: Edition): string => {
  const on = publishedAt.slice(0, 10)
  const sides = { from: on, fromEdition: String(number - 1), to: on, toEdition: String(number) }
  return withQuery(`/${locale}/${dossier}/compare`, sides)
}

interface ChangeProps {
  reader: Reader
  edition: Edition
  change: RecordChange
}

function Changed({ reader, edition, change, open }: ChangeProps & { open: boolean }) {
  const { kind, before, after } = change
  return (
    <>
      <p>
        <strong>{reader.t('edition.changed')}</strong> <Title reader={reader} edition={edition} change={change} />
      </p>
      <details className="fold" open={open}>
        <summary>{reader.t('correction.compare')}</summary>
        <FieldChanges reader={reader} kind={kind} before={before} after={after} />
      </details>
    </>
  )
}

function Title({ reader, edition, change: { kind, dossier, id, before, after } }: ChangeProps) {
  const title = <Words text={titleOf(after ?? before, id)} locale={reader.locale} />
  const href = after === null ? null : hrefOfRecord(reader, { kind, dossier, id })
  return href ? <a href={withQuery(href, { edition: String(edition.number) })}>{title}</a> : title
}

interface TitlesProps {
  reader: Reader
  edition: Edition
  what: 'new' | 'gone'
  changes: readonly RecordChange[]
}

/** Records that came or went, by their titles. */
function Titles({ reader, edition, what, changes }: TitlesProps) {
  const { t } = reader
  if (changes.length === 0) return null
  return (
    <>
      <p>
        <strong>{t(`edition.${what}`)}</strong>
      </p>
      <ul className="title-list">
        {changes.slice(0, mostListed).map((change) => (
          <li key={`${change.dossier} ${change.id}`}>
            <Title reader={reader} edition={edition} change={change} />
          </li>
        ))}
      </ul>
      {changes.length > mostListed && <p className="label">{t('unit.more', { count: changes.length - mostListed })}</p>}
    </>
  )
}

function titleOf(record: AnyRecord | null, id: string): Text {
  if (!record) return id
  return 'headline' in record ? record.headline : 'title' in record ? record.title : record.name
}
