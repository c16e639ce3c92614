import { Citation } from '@/app/_components/Citation'
import { EditionMoves, type Moved } from '@/app/_components/EditionMoves'
import { editionInWords } from '@/app/_components/editionWords'
import { FieldChanges } from '@/app/_components/FieldChanges'
import { Head } from '@/app/_components/Head'
import { type Reader, siteHref, withQuery } from '@/app/_components/reading'
import { hrefOfRecord } from '@/app/_components/recordLinks'
import { Missing } from '@/app/_components/refusal'
import { Section } from '@/app/_components/Section'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import type { RecordKey } from '@/db/key'
import { countRetractions } from '@/db/queries/correction'
import { type Edition, findEdition } from '@/db/queries/edition'
import {
  type RecordChange,
  type RecordTitle,
  recordsCreated,
  recordsRemoved,
  recordsUpdated,
} from '@/db/queries/revision'
import { pages } from '@/lib/addresses/pages'
import { askableDays } from '@/lib/asking/days'
import { type AnyRecord, recordKinds, say, type Text } from '@/lib/model'
import { comparisonOf, momentAt, movedStretches, stageMoves } from '@/lib/policy'
import { formatDate, instantDay } from '@/lib/text/dates'
import { directionOf } from '@/lib/text/direction'
import { siteMetadata, sitePage } from '../../document'

export const dynamic = 'force-dynamic'

const mostOpened = 12
const mostListed = 200

export const generateMetadata = siteMetadata(pages.edition, async (reader, { id }) => {
  const { number } = await requireEdition(reader, id)
  return { title: reader.t('edition.number', { number }) }
})

export default sitePage(pages.edition, async (reader, { id }) => {
  const { locale, t } = reader
  const edition = await requireEdition(reader, id)
  const { number } = edition
  const { db } = await database()
  const [kinds, moves, retracted] = await Promise.all([
    changesOf(edition),
    movesOf(edition),
    countRetractions(db, { from: number, to: number }),
  ])
  // The records are read as the edition shows them.
  const then: Reader = { ...reader, pinned: { edition: number } }
  return (
    <>
      <Head
        kicker={<a href={siteHref(reader, 'editions')}>{t('edition.title')}</a>}
        title={t('edition.number', { number })}
        small
      >
        <p className="standfirst">{editionInWords(reader, edition, retracted.get(number))}</p>
        <p className="label">
          <time dateTime={edition.publishedAt}>{formatDate(instantDay(edition.publishedAt), locale)}</time> ·{' '}
          {edition.reason}
        </p>
      </Head>
      <ul className="index-list">
        <li>
          <a href={withQuery(`/${locale}`, { edition: String(number) })}>{t('edition.read', { number })}</a>
        </li>
      </ul>
      {moves.length > 0 && (
        <Section id="moved" title={t('edition.moved')}>
          {moves.map((moved) => (
            <EditionMoves key={moved.after.compiled.dossier.id} reader={then} number={number} moved={moved} />
          ))}
        </Section>
      )}
      {kinds.map((kind) => (
        <Section key={kind.kind} id={kind.kind} title={t(`edition.kinds.${kind.kind}`)}>
          {kind.updated.length > 0 && (
            <>
              <ul className="corrections">
                {kind.updated.map((change) => (
                  <li key={`${change.dossier} ${change.id}`}>
                    <Changed reader={then} change={change} open={kind.tally.updated <= mostOpened} />
                  </li>
                ))}
              </ul>
              <More reader={reader} count={kind.tally.updated} />
            </>
          )}
          <Titles reader={then} what="new" titles={kind.created} count={kind.tally.created} />
          <Titles reader={then} what="gone" titles={kind.removed} count={kind.tally.removed} />
        </Section>
      ))}
      <Citation
        reader={{ ...reader, edition, today: instantDay(edition.publishedAt) }}
        what={t('edition.cited', { number })}
      />
    </>
  )
})

async function requireEdition(reader: Reader, id: string): Promise<Edition> {
  const { db } = await database()
  const edition = /^[1-9]\d{0,8}$/.test(id) ? await findEdition(db, Number(id)) : null
  if (!edition || edition.number > reader.edition.number) throw new Missing('page', id)
  return edition
}

/** What the edition moved, on its own day and on all others, in each dossier that there was before. */
async function movesOf({ number, summary }: Edition): Promise<Moved[]> {
  if (number === 1) return []
  const moved = summary.dossiers.map(async (id): Promise<Moved[]> => {
    const [had, has] = await Promise.all([findDossier(id, number - 1), findDossier(id, number)])
    if (!had || !has) return []
    const before = momentAt(had.compiled, { on: has.today })
    const after = momentAt(has.compiled, { on: has.today })
    const days = await movedStretches(had.compiled, has.compiled, { first: askableDays(has.present).first })
    return [{ before, after, comparison: comparisonOf(before, after), stages: stageMoves(before, after), days }]
  })
  return (await Promise.all(moved)).flat()
}

/** What an edition did to the records of each kind; of each sort the first few. */
async function changesOf({ number, summary }: Edition) {
  const { db } = await database()
  const told = recordKinds.map(async (kind) => {
    const tally = summary.records[kind]
    if (!tally) return []
    const asked = { edition: number, kind, limit: mostListed }
    const [created, updated, removed] = await Promise.all([
      tally.created > 0 ? recordsCreated(db, asked) : [],
      tally.updated > 0 ? recordsUpdated(db, asked) : [],
      tally.removed > 0 ? recordsRemoved(db, asked) : [],
    ])
    return [{ kind, tally, created, updated, removed }]
  })
  return (await Promise.all(told)).flat()
}

function Changed({ reader, change, open }: { reader: Reader; change: RecordChange; open: boolean }) {
  const { kind, before, after } = change
  return (
    <>
      <p>
        <strong>{reader.t(isRetraction(change) ? 'correction.retracted' : 'edition.changed')}</strong>{' '}
        <Title reader={reader} of={change} title={titleOf(after)} />
      </p>
      <details className="fold" open={open}>
        <summary>{reader.t('correction.compare')}</summary>
        <FieldChanges reader={reader} kind={kind} before={before} after={after} />
      </details>
    </>
  )
}

const isRetraction = ({ before, after }: RecordChange): boolean =>
  'retracted' in after && after.retracted !== undefined && !('retracted' in before && before.retracted)

interface TitlesProps {
  reader: Reader
  what: 'new' | 'gone'
  titles: readonly RecordTitle[]
  count: number
}

/** Records that came or went, by their titles; only those that came can be read. */
function Titles({ reader, what, titles, count }: TitlesProps) {
  if (titles.length === 0) return null
  return (
    <>
      <p>
        <strong>{reader.t(`edition.${what}`)}</strong>
      </p>
      <ul className="title-list">
        {titles.map((record) => (
          <li key={`${record.dossier} ${record.id}`}>
            <Title reader={reader} of={what === 'new' ? record : null} title={record.title} />
          </li>
        ))}
      </ul>
      <More reader={reader} count={count} />
    </>
  )
}

/** How many are not listed. */
const More = ({ reader, count }: { reader: Reader; count: number }) =>
  count > mostListed && <p className="label">{reader.t('unit.more', { count: count - mostListed })}</p>

/** A record's title, which leads to its page where there is one. */
function Title({ reader, of, title }: { reader: Reader; of: RecordKey | null; title: Text }) {
  const { text, language } = say(title, reader.locale)
  const lang = language === reader.locale ? undefined : language
  const href = of && hrefOfRecord(reader, of)
  return href ? (
    <a href={href} lang={lang} dir={lang && directionOf(lang)}>
      {text}
    </a>
  ) : (
    <span lang={lang} dir={lang && directionOf(lang)}>
      {text}
    </span>
  )
}

const titleOf = (record: AnyRecord): Text =>
  'headline' in record ? record.headline : 'title' in record ? record.title : record.name
