import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { type AuditEntry, listAudit, listAuditActions } from '@/db/queries/audit'
import { listDrafts } from '@/db/queries/draft'
import { listUsers } from '@/db/queries/user'
import { say } from '@/lib/model'
import { deedInWords } from '@/lib/words/deeds'
import type { DeskWords } from '@/lib/words/desk-messages'
import { doerInWords } from '@/lib/words/doers'
import { Field } from '../_components/Field'
import { Moment, Timed } from '../_components/Moment'
import { TableHead } from '../_components/TableHead'
import { TabTitle } from '../_components/TabTitle'
import { detailParts, partInWords, subjectInWords } from './entry-words'
import { readAuditFilter } from './filter'

const pageSize = 100
/** Characters of a part of a detail that are shown; the export has all of it. */
const mostDetail = 300
const shortened = (text: string): string => (text.length > mostDetail ? `${text.slice(0, mostDetail)}…` : text)

type Asked = Promise<Record<string, string | string[] | undefined>>

/** Who did what, newest first: filtered by person, deed, subject and days, and to be had as a file. */
export default async function AuditPage({ searchParams }: { searchParams: Asked }) {
  await requireRole('admin', '')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const parameters = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  )
  const { asked, filter, wrong } = readAuditFilter(parameters)
  const { db } = await database()
  const [at, id] = (parameters.get('before') ?? '').split(' ')
  const [entries, users, actions, drafts] = await Promise.all([
    listAudit(db, { ...filter, limit: pageSize, ...(at && id ? { before: { at, id } } : {}) }),
    listUsers(db),
    listAuditActions(db),
    listDrafts(db),
  ])
  const people = new Map(users.map((one) => [one.id, one.name]))
  const titles = new Map(drafts.map((one) => [one.id, say(one.titles, locale).text]))
  const called = (subject: string): string => people.get(subject) ?? titles.get(subject) ?? subjectInWords(t, subject)
  const last = entries.at(-1)
  const query = new URLSearchParams(Object.entries(asked).filter(([, value]) => value !== ''))
  const isDayWrong = (name: 'since' | 'until') => (wrong.includes(name) ? { errors: [t('audit.notDay')] } : {})
  return (
    <main id="main">
      <TabTitle of={t('audit.title')} />
      <header className="desk-head">
        <h1>{t('audit.title')}</h1>
        <p className="hint">{t('audit.lead')}</p>
      </header>
      <form method="get" action="/admin/audit">
        <div className="grid">
          <Field
            name="by"
            label={t('audit.who')}
            value={asked.by}
            options={users.map(({ id: user, name }) => ({ value: user, label: name }))}
            empty={t('audit.anybody')}
          />
          <Field
            name="action"
            label={t('audit.what')}
            value={asked.action}
            options={actions.map((action) => ({ value: action, label: deedInWords(t, action) }))}
            empty={t('audit.anything')}
          />
          <Field name="since" label={t('audit.since')} value={asked.since} {...isDayWrong('since')} />
          <Field name="until" label={t('audit.until')} value={asked.until} {...isDayWrong('until')} />
          <Field name="subject" label={t('audit.onWhat')} hint={t('audit.onWhatHint')} value={asked.subject} />
        </div>
        <p className="buttons">
          <button type="submit">{t('audit.show')}</button>
          <a href={`/admin/audit/export?${query}`}>{t('audit.export')}</a>
        </p>
      </form>
      {entries.length === 0 ? <p className="hint">{t('audit.none')}</p> : null}
      <table className="plain stack">
        <TableHead columns={[t('audit.when'), t('audit.who'), t('audit.what'), t('audit.onWhat'), t('audit.detail')]} />
        <tbody>
          {entries.map((entry) => (
            <Row key={entry.id} t={t} entry={entry} people={people} called={called} />
          ))}
        </tbody>
      </table>
      {last && entries.length === pageSize ? (
        <p>
          <a href={`/admin/audit?${new URLSearchParams([...query, ['before', `${last.at} ${last.id}`]])}`}>
            {t('audit.earlier')}
          </a>
        </p>
      ) : null}
    </main>
  )
}

function Row({
  t,
  entry: { at, by, action, subject, detail },
  people,
  called,
}: {
  t: DeskWords
  entry: AuditEntry
  people: Map<string, string>
  /** What it was done to, as people call it. */
  called: (subject: string) => string
}) {
  const { record, rest } = detailParts(detail)
  return (
    <tr>
      <td data-column={t('audit.when')}>
        <Moment at={at} />
      </td>
      <td data-column={t('audit.who')}>{by === '' ? t('audit.nobody') : doerInWords(t, people, by)}</td>
      <td className="deed" data-column={t('audit.what')}>
        {deedInWords(t, action)}
      </td>
      <td data-column={t('audit.onWhat')}>
        <a href={`/admin/audit?${new URLSearchParams({ subject })}`}>{called(subject)}</a>
      </td>
      <td data-column={t('audit.detail')}>
        {record ? (
          <>
            {t(`kind.${record.kind}`)}{' '}
            <a href={`/admin/history?${new URLSearchParams({ ...record })}`}>
              <code>{record.id}</code>
            </a>{' '}
          </>
        ) : null}
        {Object.entries(rest).map((part) => (
          <div key={part[0]}>
            <Timed text={shortened(partInWords(t, part, called))} />
          </div>
        ))}
      </td>
    </tr>
  )
}
