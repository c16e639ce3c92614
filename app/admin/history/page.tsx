import { notFound } from 'next/navigation'
import { stringify } from 'yaml'
import { FieldChanges } from '@/app/_components/differences/FieldChanges'
import { deskLocale, deskReading, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { type Db, database } from '@/db/client'
import { keyText, type RecordKey, recordKey } from '@/db/key'
import { draftsOfRecord } from '@/db/queries/draft'
import { findRecord } from '@/db/queries/record'
import { findRevision, listRevisionEntries, type Revision, type RevisionEntry } from '@/db/queries/revision'
import { listUsers } from '@/db/queries/user'

import { mayAct } from '@/lib/auth/roles'
import { recordFields, writeReport } from '@/lib/content'
import { type AnyRecord, type RecordKind, type Report, recordKinds, titleOf } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { doerInWords } from '@/lib/words/doers'
import { reasonInWords } from '@/lib/words/edition-words'
import { translator } from '@/lib/words/messages'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { RecordPlace } from '../_components/record/RecordPlace'
import { TabTitle } from '../_components/TabTitle'
import { editRecord, restoreRevision } from './action'

const mostFields = 300

type Asked = Promise<{ kind?: string; dossier?: string; id?: string; revision?: string; from?: string; to?: string }>

const isKind = (text: string): text is RecordKind => (recordKinds as readonly string[]).includes(text)

/** Every published state of one record: when, by whom, why, and its text; and the way to a draft of it. */
export default async function HistoryPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('author')
  const t = await deskWords()
  const { kind = '', dossier = '', id = '', revision: asked = '', from = '', to = '' } = await searchParams
  if (!isKind(kind)) notFound()
  const key = recordKey(kind, dossier, id)
  const { db } = await database()
  const [revisions, drafts, users, published] = await Promise.all([
    listRevisionEntries(db, key),
    draftsOfRecord(db, key),
    listUsers(db),
    kind === 'report' ? findRecord(db, recordKey('report', dossier, id)) : null,
  ])
  const [newest] = revisions
  if (!newest) notFound()
  const names = new Map(users.map((one) => [one.id, one.name]))
  const shown = await findRevision(db, key, asked === '' ? newest.number : Number(asked))
  const last = newest.removed ? await findRevision(db, key, newest.number - 1) : shown
  const [title, site] = [titleOf(last?.data, await deskLocale()) || id, translator(await deskLocale())]
  const compared = await comparedOf(db, key, from, to)
  const page = `/admin/history?${new URLSearchParams({ kind, dossier: key.dossier, id })}`
  const mine = drafts.find((draft) => draft.author === user.id)
  return (
    <main id="main">
      <TabTitle of={t('history.tab', { title })} />
      <header className="desk-head">
        <RecordPlace kind={t(`kind.${kind}`)} dossier={dossier} id={kind === 'site' ? undefined : id} />
        <h1>{title}</h1>
      </header>
      {drafts.map((draft) => (
        <p key={draft.id} className="notice">
          {t.rich('history.hasDraft', {
            who: names.get(draft.author) ?? draft.author,
            draft: (said) => <a href={`/admin/drafts/${draft.id}`}>{said}</a>,
            when: () => <Moment at={draft.updatedAt} />,
          })}
        </p>
      ))}
      {mine ? null : (
        <DeskForm action={editRecord} page={page}>
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="dossier" value={key.dossier} />
          <input type="hidden" name="id" value={id} />
          <button type="submit">{t('history.edit')}</button>
        </DeskForm>
      )}
      {kind === 'report' && published && mayAct(user, 'editor', key.dossier) ? (
        <CorrectionLinks t={t} dossier={key.dossier} report={published.record} />
      ) : null}
      <Ids
        t={t}
        {...key}
        data={last?.data}
        formerPlaces={(await findRecord(db, recordKey('dossier', key.dossier, key.dossier)))?.record.formerly ?? []}
        mayChange={!newest.removed && mayAct(user, 'editor', kind === 'dossier' ? '' : key.dossier)}
      />
      {compared ? <Compared {...compared} kind={kind} /> : null}
      <section className="desk-section">
        <h2>{t('history.revisions')}</h2>
        <form method="get" action="/admin/history">
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="dossier" value={key.dossier} />
          <input type="hidden" name="id" value={id} />
          <ol className="revisions" reversed>
            {revisions.map((revision, at) => (
              <RevisionItem
                key={revision.number}
                t={t}
                entry={revision}
                before={revisions[at + 1]?.number}
                chosen={compared ? [compared.from.number, compared.to.number] : [revisions[1]?.number, newest.number]}
                shown={shown?.number === revision.number ? shown : null}
                page={page}
                by={doerInWords(t, names, revision.by)}
                why={reasonInWords(site, revision.reason)}
              />
            ))}
          </ol>
          {revisions.length > 1 ? (
            <button type="submit" className="quiet">
              {t('history.compareMarked')}
            </button>
          ) : null}
        </form>
        {shown && shown.data !== null && asked !== '' ? (
          <DeskForm action={restoreRevision} page={page}>
            <input type="hidden" name="kind" value={kind} />
            <input type="hidden" name="dossier" value={key.dossier} />
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="revision" value={shown.number} />
            <button type="submit">{t('history.restore', { number: shown.number })}</button>
          </DeskForm>
        ) : null}
      </section>
    </main>
  )
}

function CorrectionLinks({ t, dossier, report: { id, retracted } }: { t: DeskWords; dossier: string; report: Report }) {
  const link = (verb: string) => `/admin/reports/correct?${new URLSearchParams({ dossier, id, verb })}`
  if (retracted)
    return (
      <p>
        {t('history.isRetracted')} <a href={link('reinstate')}>{t('history.reinstate')}</a>
      </p>
    )
  return (
    <p>
      <a href={link('correct')}>{t('history.correct')}</a> · <a href={link('retract')}>{t('history.retract')}</a>
    </p>
  )
}

/** The ids that the record had before, each with its history, and the way to another one. */
interface IdsProps extends RecordKey {
  t: DeskWords
  data: unknown
  /** The ids that its dossier had before. */
  formerPlaces: readonly string[]
  mayChange: boolean
}

function Ids({ t, kind, dossier, id, data, formerPlaces, mayChange }: IdsProps) {
  const { formerly } = Object(data) as { formerly?: unknown }
  const former = Array.isArray(formerly) ? formerly.map(String) : []
  const places =
    kind === 'dossier'
      ? former.map((one) => recordKey(kind, one, one))
      : [
          ...former.map((one) => recordKey(kind, dossier, one)),
          ...(dossier === '' ? [] : formerPlaces.map((place) => recordKey(kind, place, id))),
        ]
  const links = places.map((one) => (
    <a key={keyText(one)} href={`/admin/history?${new URLSearchParams({ ...one })}`}>
      {one.id === id ? `${one.dossier}/${one.id}` : one.id}
    </a>
  ))
  return (
    <>
      {links.length > 0 ? (
        <p className="hint">
          {t('newId.formerly')} {links.flatMap((link, at) => (at > 0 ? [t('draft.between'), link] : [link]))}
        </p>
      ) : null}
      {mayChange && kind !== 'site' ? (
        <p>
          <a href={`/admin/records/rename?${new URLSearchParams({ kind, dossier, id })}`}>{t('newId.another')}</a>
        </p>
      ) : null}
    </>
  )
}

interface ComparedRevisions {
  from: Revision
  to: Revision
}

/** The two revisions that are asked for, the older one first; null where either is not there. */
async function comparedOf(db: Db, key: RecordKey, a: string, b: string): Promise<ComparedRevisions | null> {
  const isNumber = (text: string) => /^\d{1,9}$/.test(text)
  if (!isNumber(a) || !isNumber(b)) return null
  const [from, to] = await Promise.all(
    [Math.min(Number(a), Number(b)), Math.max(Number(a), Number(b))].map((number) => findRevision(db, key, number)),
  )
  return from && to ? { from, to } : null
}

async function Compared({ from, to, kind }: ComparedRevisions & { kind: RecordKind }) {
  const [t, reader] = [await deskWords(), await deskReading()]
  return (
    <section className="desk-section record-changes" id="compared">
      <h2>{t('history.compared', { from: from.number, to: to.number })}</h2>
      <FieldChanges
        reader={reader}
        kind={kind}
        before={asObject(from.data)}
        after={asObject(to.data)}
        most={mostFields}
      />
      {from.number === to.number ? <p className="hint">{t('history.same')}</p> : null}
    </section>
  )
}

const asObject = (data: unknown): object | null => (typeof data === 'object' ? data : null)

interface RevisionItemProps {
  t: DeskWords
  entry: RevisionEntry
  /** Number of the revision before it; undefined for the first. */
  before: number | undefined
  /** The two that are marked to be compared, the older one first. */
  chosen: (number | undefined)[]
  /** The revision with its text, where that is the one that is shown. */
  shown: Revision | null
  page: string
  by: string
  /** The reason of its edition. */
  why: string
}

function RevisionItem({ t, entry, before, chosen, shown, page, by, why }: RevisionItemProps) {
  const { number, edition, at } = entry
  const marks = [
    ['from', chosen[0]],
    ['to', chosen[1]],
  ] as const
  return (
    <li id={`revision-${number}`}>
      {marks.map(([name, marked]) => (
        <input
          key={name}
          type="radio"
          name={name}
          value={number}
          defaultChecked={marked === number}
          aria-label={t(`history.${name}`, { number })}
        />
      ))}{' '}
      {t.rich('history.line', { number, edition, by, reason: why, when: () => <Moment at={at} /> })}{' '}
      {before === undefined ? null : (
        <>
          <a href={`${page}&from=${before}&to=${number}#compared`}>{t('history.whatItChanged')}</a>{' '}
        </>
      )}
      {shown ? (
        <pre className="file">{shown.data === null ? t('history.isRemoved') : textOf(shown)}</pre>
      ) : (
        <a href={`${page}&revision=${number}#revision-${number}`}>{t('history.showText')}</a>
      )}
    </li>
  )
}

const textOf = ({ kind, data }: Revision): string =>
  kind === 'report'
    ? writeReport(data as Report)
        .map(([name, text], at) => (at === 0 ? text : `${name}\n${text}`))
        .join('\n')
    : stringify(recordFields(kind, data as AnyRecord), { lineWidth: 0 })
