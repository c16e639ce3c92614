import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { Section } from '@/app/_components/page/Section'
import { type Reader, siteHref } from '@/app/_reader/reading'
import type { RecordKey } from '@/db/key'
import type { RecordChange, RecordTitle } from '@/db/queries/revision'
import type { Tally } from '@/lib/events/edition-summary'
import { type AnyRecord, headingOf, type RecordKind, say, type Text } from '@/lib/model'
import { directionOf } from '@/lib/words/direction'

/** So many records of a kind are told of, of each sort. */
export const mostListed = 200
const mostOpened = 12

/** What an edition did to the records of a kind: how many in all, and of each sort the first few. */
export interface KindChanged {
  kind: RecordKind
  tally: Tally
  created: RecordTitle[]
  updated: RecordChange[]
  removed: RecordTitle[]
}

/** The records of a kind that an edition changed, with their fields before and after, those that came and those that went. */
export function ChangedRecords({ reader, changed }: { reader: Reader; changed: KindChanged }) {
  const { kind, tally, created, updated, removed } = changed
  return (
    <Section id={kind} title={reader.t(`edition.kinds.${kind}`)}>
      {updated.length > 0 && (
        <>
          <ul className="corrections">
            {updated.map((change) => (
              <li key={`${change.dossier} ${change.id}`}>
                <Changed reader={reader} change={change} open={tally.updated <= mostOpened} />
              </li>
            ))}
          </ul>
          <More reader={reader} count={tally.updated} />
        </>
      )}
      <Titles reader={reader} what="new" titles={created} count={tally.created} />
      <Titles reader={reader} what="gone" titles={removed} count={tally.removed} />
    </Section>
  )
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
  'headline' in record ? headingOf(record) : 'title' in record ? record.title : record.name

/** The page on which a record can be read; null where there is none. */
function hrefOfRecord(reader: Reader, { kind, dossier, id }: RecordKey): string | null {
  if (kind === 'dossier') return siteHref(reader, id)
  if (kind === 'source') return null
  return siteHref(reader, dossier, `${kind}s`, id)
}
