import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { now } from '@/app/_server/clock'
import { checkDraft } from '@/app/_server/drafts/draft-check'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { visitDraft } from '@/db/commands/newsroom/visit'
import { findDraft, findDraftEntry, type OpenDraft } from '@/db/queries/draft'
import { listComments } from '@/db/queries/newsroom/comment'
import { listVisitors } from '@/db/queries/newsroom/visit'
import { listUsers } from '@/db/queries/user'
import { plainLanguage } from '@/lib/addresses/names'
import { mayAct } from '@/lib/auth/roles'
import { fitsShape, hasForm, recordShape } from '@/lib/forms/record-shapes'
import { fitsForm } from '@/lib/forms/report'
import { mostBytes } from '@/lib/model'
import { Moment } from '../../_components/Moment'
import { Problems, Warnings } from '../../_components/Problems'
import { TabTitle } from '../../_components/TabTitle'
import { Article } from './Article'
import { Company } from './Company'
import { LargeDraft } from './LargeDraft'
import { articleOf } from './offers'
import { Preview } from './Preview'
import { ReportForm, reportForm } from './ReportForm'
import { RecordForm } from './record/RecordForm'
import { Comments } from './review/Comments'
import { ReviewPanel } from './review/ReviewPanel'
import { rightsOn } from './rights'
import { YamlForm } from './YamlForm'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

/** The language that a report says its article has; English where it does not. */
function articleLanguage(data: unknown): string {
  const { language } = Object(data) as { language?: unknown }
  return typeof language === 'string' && language !== '' ? language : plainLanguage
}

/** The drafts without which this one cannot be published. */
function Along({ drafts }: { drafts: readonly OpenDraft[] }) {
  if (drafts.length === 0) return null
  return (
    <p className="hint">
      Published together with{' '}
      {drafts.map(({ id, title }, at) => (
        <span key={id}>
          {at > 0 ? ', ' : ''}
          <a href={`/admin/drafts/${id}`}>{title}</a>
        </span>
      ))}
      , which it names.
    </p>
  )
}

/** The editor of one draft: its form, what is wrong with it so far, and what readers will get. */
interface PageProps {
  params: Promise<{ id: string }>
  searchParams: Promise<{ as?: string }>
}

export default async function DraftPage({ params, searchParams }: PageProps) {
  const { user } = await requireRole('author')
  const [{ id }, { as = '' }] = await Promise.all([params, searchParams])
  const { db, write } = await database()
  const entry = (await findDraftEntry(db, id)) ?? notFound()
  const rights = rightsOn(user, entry)
  const draft = entry.bytes > mostBytes(entry.kind) ? null : await findDraft(db, id)
  if (!draft || (draft.kind === 'report' && !fitsForm(draft.data)))
    return (
      <>
        <TabTitle of={`Draft: ${entry.title}`} />
        <LargeDraft draft={entry} mayDiscard={rights.write} />
      </>
    )
  const at = now()
  await write((tx) => visitDraft(tx, { draft: id, user: user.id, at })).catch(() => undefined)
  const [check, comments, users, visitors] = await Promise.all([
    checkDraft(draft),
    listComments(db, id),
    listUsers(db),
    listVisitors(db, { draft: id, except: user.id, at }),
  ])
  const names = new Map(users.map((one) => [one.id, one.name]))
  const writers = users.filter((one) => one.disabledAt === null && mayAct(one, 'author', draft.dossier))
  const zone = check.compiled?.dossier.timeZone ?? 'UTC'
  const article = rights.write || rights.review ? await articleOf(db, draft) : null
  const shape = hasForm(draft.kind) ? recordShape(draft.kind, check.compiled?.dossier ?? null) : null
  const kind = hasForm(draft.kind) && shape && draft.data !== null && fitsShape(shape, draft.data) ? draft.kind : null
  const form = { draft, problems: check.problems, check, writer: rights.write ? user.id : null }
  return (
    <main id="main">
      <TabTitle of={`Draft: ${draft.title}`} />
      <header className="desk-head">
        <p className="smallcaps">
          {draft.kind} · {draft.dossier || 'all dossiers'} · <code>{draft.recordId}</code>
        </p>
        <h1>{draft.title}</h1>
        <p className="hint">
          {draft.baseRevision === null ? 'New, not yet published.' : `Based on revision ${draft.baseRevision}.`} Saved{' '}
          <Moment at={draft.updatedAt} />, version {draft.version}.
        </p>
      </header>
      <Company draft={id} version={draft.version} others={visitors.map(({ name }) => name)} />
      {rights.own ? null : (
        <p className="notice" role="status">
          This draft is {names.get(draft.author) ?? 'someone else'}’s:{' '}
          {rights.write
            ? 'what you save in it is saved as yours, and it stays theirs.'
            : 'you can read it, not write in it.'}
        </p>
      )}
      {check.published !== null && check.published.revision !== draft.baseRevision ? (
        <p className="notice wrong">
          This record was published again since this draft began.{' '}
          <a href={`/admin/publish?draft=${draft.id}`}>Compare the two texts</a>, or{' '}
          <a href={`/admin/drafts/${draft.id}/merge`}>merge them field by field</a>, before publishing.
        </p>
      ) : null}
      <div className="panes">
        <div>
          <Problems problems={check.problems} />
          <Warnings warnings={check.warnings} />
          {draft.kind === 'report' && draft.data !== null ? (
            <ReportForm {...form} />
          ) : kind && as !== 'file' ? (
            <>
              <p>
                <a href={`/admin/drafts/${draft.id}?as=file`}>Its file form (YAML)</a>
              </p>
              <RecordForm {...form} kind={kind} />
            </>
          ) : (
            <>
              {kind ? (
                <p>
                  <a href={`/admin/drafts/${draft.id}`}>Its form</a>
                </p>
              ) : null}
              <YamlForm draft={draft} writer={form.writer} />
            </>
          )}
        </div>
        <aside>
          {article ? (
            <Article
              text={article.pasted.text}
              offers={article.suggested.map(({ intent, what, quote, language }) => ({ intent, what, quote, language }))}
              form={reportForm}
              language={articleLanguage(draft.data)}
            />
          ) : null}
          <Preview draft={draft} check={check} />
          <Along drafts={check.along} />
          <ReviewPanel draft={draft} rights={rights} user={user} names={names} writers={writers} zone={zone} />
          <Comments draft={draft} comments={comments} names={names} mayComment={rights.own || rights.review} />
        </aside>
      </div>
    </main>
  )
}
