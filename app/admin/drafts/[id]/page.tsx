import { notFound } from 'next/navigation'
import { now } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { checkDraft } from '@/app/_server/drafts/draft-check'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { visitDraft } from '@/db/commands/newsroom/visit'
import { findDraft, findDraftEntry, type OpenDraft } from '@/db/queries/draft'
import { listComments } from '@/db/queries/newsroom/comment'
import { listVisitors } from '@/db/queries/newsroom/visit'
import { listUsers } from '@/db/queries/user'
import { plainLanguage } from '@/lib/addresses/names'
import { mayAct } from '@/lib/auth/roles'
import { dossierShape } from '@/lib/forms/dossier'
import { fitsShape, hasForm, recordShape } from '@/lib/forms/record-shapes'
import { fitsForm } from '@/lib/forms/report'
import { asRows, pathInRows } from '@/lib/forms/value-rows'
import { locales, mostBytes, mostItems, type Problem, say, shownLanguages } from '@/lib/model'
import { Moment } from '../../_components/Moment'
import { Problems, Warnings } from '../../_components/Problems'
import { RecordPlace } from '../../_components/record/RecordPlace'
import { TabTitle } from '../../_components/TabTitle'
import { Article } from './Article'
import { Company } from './Company'
import { DossierForm } from './dossier/DossierForm'
import { LargeDraft } from './LargeDraft'
import { articleOf } from './offers'
import { Preview } from './Preview'
import { ReportForm, reportForm } from './ReportForm'
import { RecordForm } from './record/RecordForm'
import { Comments } from './review/Comments'
import { ReviewPanel } from './review/ReviewPanel'
import { rightsOn } from './rights'
import { SitePreview } from './site/SitePreview'
import { YamlForm } from './YamlForm'

/** The language that a report says its article has; English where it does not. */
function articleLanguage(data: unknown): string {
  const { language } = Object(data) as { language?: unknown }
  return typeof language === 'string' && language !== '' ? language : plainLanguage
}

/** The drafts without which this one cannot be published. */
async function Along({ drafts }: { drafts: readonly OpenDraft[] }) {
  if (drafts.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <p className="hint">
      {t('draft.alongBefore')}{' '}
      {drafts.map(({ id, titles }, at) => (
        <span key={id}>
          {at > 0 ? t('draft.between') : ''}
          <a href={`/admin/drafts/${id}`}>{say(titles, locale).text}</a>
        </span>
      ))}
      {t('draft.alongAfter')}
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
  const [t, locale] = [await deskWords(), await deskLocale()]
  const [{ id }, { as = '' }] = await Promise.all([params, searchParams])
  const { db, write } = await database()
  const entry = (await findDraftEntry(db, id)) ?? notFound()
  const rights = rightsOn(user, entry)
  const draft = entry.bytes > mostBytes(entry.kind) ? null : await findDraft(db, id)
  if (!draft || (draft.kind === 'report' && !fitsForm(draft.data)))
    return (
      <>
        <TabTitle of={t('draft.tab', { title: say(entry.titles, locale).text })} />
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
  const title = say(draft.titles, locale).text
  const names = new Map(users.map((one) => [one.id, one.name]))
  const writers = users.filter((one) => one.disabledAt === null && mayAct(one, 'author', draft.dossier))
  const { site } = await openSite()
  const zone = check.compiled?.dossier.timeZone ?? site.zone
  // What the site offers may be about to change, in its own draft.
  const shown = draft.kind === 'site' ? locales : shownLanguages(site)
  const article = rights.write || rights.review ? await articleOf(db, draft, { t, locale }) : null
  const shape = hasForm(draft.kind) ? recordShape(draft.kind, check.compiled?.dossier ?? null) : null
  const kind = hasForm(draft.kind) && shape && draft.data !== null && fitsShape(shape, draft.data) ? draft.kind : null
  const isDossier = draft.kind === 'dossier' && draft.data !== null
  const fitsDossier = isDossier && fitsShape(dossierShape(draft.data), asRows(draft.data))
  const inForm = (kind !== null || fitsDossier) && as !== 'file'
  const inRows = (one: Problem): Problem =>
    inForm && fitsDossier && one.kind === 'dossier' ? { ...one, path: pathInRows(draft.data, one.path) } : one
  const [problems, warnings] = [check.problems.map(inRows), check.warnings.map(inRows)]
  const form = { draft, problems, check, writer: rights.write ? user.id : null, shown, t, locale }
  return (
    <main id="main">
      <TabTitle of={t('draft.tab', { title })} />
      <header className="desk-head">
        <RecordPlace
          kind={t(`kind.${draft.kind}`)}
          dossier={draft.dossier}
          id={draft.kind === 'site' ? undefined : draft.recordId}
        />
        <h1>{title}</h1>
        <p className="hint">
          {t.rich('draft.saved', {
            base: draft.baseRevision === null ? t('draft.newOne') : t('draft.based', { number: draft.baseRevision }),
            version: draft.version,
            when: () => <Moment at={draft.updatedAt} />,
          })}
        </p>
      </header>
      <Company draft={id} version={draft.version} others={visitors.map(({ name }) => name)} />
      {rights.own ? null : (
        <p className="notice" role="status">
          {t(rights.write ? 'draft.theirsWrite' : 'draft.theirsRead', {
            who: names.get(draft.author) ?? t('draft.someone'),
          })}
        </p>
      )}
      {check.published !== null && check.published.revision !== draft.baseRevision ? (
        <p className="notice wrong">
          {t.rich('draft.publishedAgain', {
            compare: (said) => <a href={`/admin/publish?draft=${draft.id}`}>{said}</a>,
            merge: (said) => <a href={`/admin/drafts/${draft.id}/merge`}>{said}</a>,
          })}
        </p>
      ) : null}
      <div className="panes">
        <div>
          <Problems problems={problems} />
          <Warnings warnings={warnings} />
          {draft.kind === 'report' && draft.data !== null ? (
            <ReportForm {...form} />
          ) : inForm ? (
            <>
              <p>
                <a href={`/admin/drafts/${draft.id}?as=file`}>{t('draft.asFile')}</a>
              </p>
              {kind ? <RecordForm {...form} kind={kind} /> : <DossierForm {...form} />}
            </>
          ) : (
            <>
              {kind || fitsDossier ? (
                <p>
                  <a href={`/admin/drafts/${draft.id}`}>{t('draft.asForm')}</a>
                </p>
              ) : isDossier ? (
                <p className="notice">{t('dossier.tooLarge', { most: mostItems })}</p>
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
          {draft.kind === 'site' ? <SitePreview data={draft.data} /> : <Preview draft={draft} check={check} />}
          <Along drafts={check.along} />
          <ReviewPanel draft={draft} rights={rights} user={user} names={names} writers={writers} zone={zone} />
          <Comments draft={draft} comments={comments} names={names} mayComment={rights.own || rights.review} />
        </aside>
      </div>
    </main>
  )
}
