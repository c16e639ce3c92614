import { Citation } from '@/app/_components/page/Citation'
import { Head } from '@/app/_components/page/Head'
import { Section } from '@/app/_components/page/Section'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import { Missing } from '@/app/_reader/refusal'
import { findDossier } from '@/app/_server/site'
import { siteMetadata, sitePage } from '@/app/[locale]/_frame/document'
import { describeOfSite } from '@/app/[locale]/_frame/listed'
import { editionInWords } from '@/app/[locale]/editions/_parts/edition-words'
import { database } from '@/db/client'
import { countRetractions } from '@/db/queries/correction'
import { type Edition, findEdition } from '@/db/queries/edition'
import { recordsCreated, recordsRemoved, recordsUpdated } from '@/db/queries/revision'
import { findStatement } from '@/db/queries/signing/statement'
import { pages } from '@/lib/addresses/pages'
import { askableDays } from '@/lib/asking/days'
import { recordKinds } from '@/lib/model'
import { comparisonOf, differingStretches, momentAt, stageMoves } from '@/lib/policy'
import { formatDate, instantDay } from '@/lib/words/dates'
import { reasonInWords } from '@/lib/words/edition-words'
import { ChangedRecords, type KindChanged, mostListed } from './_parts/ChangedRecords'
import { EditionMoves, type Moved } from './_parts/EditionMoves'
import { Signature } from './_parts/Signature'

export const generateMetadata = siteMetadata(pages.edition, async (reader, { id }) => {
  const { number } = await requireEdition(reader, id)
  return describeOfSite(reader, 'edition', number)
})

export default sitePage(pages.edition, async (reader, { id }) => {
  const { locale, t } = reader
  const edition = await requireEdition(reader, id)
  const { number } = edition
  const { db } = await database()
  const [kinds, moves, retracted, signed] = await Promise.all([
    changesOf(edition),
    movesOf(edition),
    countRetractions(db, { from: number, to: number }),
    findStatement(db, number),
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
          {reasonInWords(t, edition.reason)}
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
      {kinds.map((changed) => (
        <ChangedRecords key={changed.kind} reader={then} changed={changed} />
      ))}
      <Signature reader={reader} number={number} signed={signed} />
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
    const days = await differingStretches(had.compiled, has.compiled, { first: askableDays(has.present).first })
    return [{ before, after, comparison: comparisonOf(before, after), stages: stageMoves(before, after), days }]
  })
  return (await Promise.all(moved)).flat()
}

/** What an edition did to the records of each kind; of each sort the first few. */
async function changesOf({ number, summary }: Edition): Promise<KindChanged[]> {
  const { db } = await database()
  const told = recordKinds.map(async (kind): Promise<KindChanged[]> => {
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
