import type { Metadata } from 'next'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { database } from '@/db/client'
import { listUploads, type Upload } from '@/db/queries/porting/upload'
import { listUsers } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { sayBytes } from '@/lib/model'
import { csvFaults } from '@/lib/porting/csv/rows'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Moment } from '../_components/Moment'
import { TabTitle } from '../_components/TabTitle'
import { Exports } from './Exports'
import { SendForms } from './SendForms'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

const sayings = ['foreign', 'none', 'large', 'broken', 'gone', 'dossier', 'forgotten'] as const

type Asked = Promise<Partial<Record<'said' | 'made' | 'csv' | 'line', string | string[]>>>

/** What is public, to be taken away as files; forms that send files; and those that were sent and wait. */
export default async function PortingPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('reviewer')
  const t = await deskWords()
  const asked = await searchParams
  const { db } = await database()
  const { dossiers } = await openSite()
  const mayImport = mayAct(user, 'editor')
  const waiting = mayImport ? await listUploads(db, now()) : []
  const names = new Map((await listUsers(db)).map(({ id, name }) => [id, name]))
  return (
    <main id="main">
      <TabTitle of={t('porting.title')} />
      <header className="desk-head">
        <h1>{t('porting.title')}</h1>
        <p className="hint">{t('porting.lead')}</p>
      </header>
      <Said t={t} {...asked} />
      <Exports user={user} dossiers={dossiers} />
      <section className="desk-section">
        <h2>{t('porting.import')}</h2>
        {mayImport ? <SendForms dossiers={dossiers} /> : <p className="notice">{t('porting.notEditor')}</p>}
      </section>
      {waiting.length > 0 ? <Waiting t={t} waiting={waiting} names={names} /> : null}
    </main>
  )
}

/** What came of the last thing that was asked for here. */
function Said({ t, said, made, csv, line }: { t: DeskWords } & Awaited<Asked>) {
  const fault = csvFaults.find((one) => one === csv)
  if (fault)
    return (
      <p className="notice wrong" role="alert">
        {t(`porting.csv.fault.${fault}`, { line: Number(line) || 1 })}
      </p>
    )
  const known = sayings.find((one) => one === said)
  const count = Number(made)
  if (known)
    return (
      <p
        className={known === 'forgotten' ? 'notice' : 'notice wrong'}
        role={known === 'forgotten' ? 'status' : 'alert'}
      >
        {t(`porting.said.${known}`)}
      </p>
    )
  if (!Number.isSafeInteger(count) || count < 1) return null
  return (
    <p className="notice" role="status">
      {t.rich('porting.made', { count, desk: (words) => <a href="/admin">{words}</a> })}
    </p>
  )
}

function Waiting({ t, waiting, names }: { t: DeskWords; waiting: Upload[]; names: Map<string, string> }) {
  return (
    <section className="desk-section">
      <h2>{t('porting.waiting')}</h2>
      <p className="hint">{t('porting.waitingLead')}</p>
      <ul>
        {waiting.map(({ id, name, bytes, author, at }) => (
          <li key={id}>
            <a href={`/admin/porting/${id}`}>{name}</a>{' '}
            <span className="hint">
              {t('porting.waits', { size: sayBytes(bytes), who: names.get(author) ?? author })} <Moment at={at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
