import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { now } from '@/app/_server/clock'
import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { findUpload, type Upload } from '@/db/queries/porting/upload'
import type { User } from '@/db/queries/user'
import { mayAct, publishingRole } from '@/lib/auth/roles'
import { sayBytes } from '@/lib/model'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { Moment } from '../../_components/Moment'
import { TabTitle } from '../../_components/TabTitle'
import { forget, makeDrafts, publishAll } from './action'
import { Findings } from './Findings'
import { NotImported } from './NotImported'
import { NamesForm } from './names/NamesForm'
import { type OpenedUpload, openUpload } from './opened'
import { WouldChange } from './WouldChange'
import { WouldMove } from './WouldMove'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

/** What a file that was sent would change, or why it cannot be imported; and what becomes of it. */
export default async function ImportPage({ params }: { params: Promise<{ id: string }> }) {
  const { user } = await requireRole('editor', '')
  const t = await deskWords()
  const { db } = await database()
  const upload = await findUpload(db, (await params).id, now())
  if (!upload) redirect('/admin/porting?said=gone')
  const page = `/admin/porting/${upload.id}`
  if (upload.plan && !upload.plan.settled) redirect(`${page}/columns`)
  const opened = await openUpload(db, upload)
  const { table } = opened
  return (
    <main id="main">
      <TabTitle of={t('porting.tab', { name: upload.name })} />
      <header className="desk-head">
        <p className="smallcaps">
          {sayBytes(upload.bytes)} · <Moment at={upload.at} />
        </p>
        <h1>{t('porting.tab', { name: upload.name })}</h1>
        {upload.plan ? (
          <p>
            <a href={`${page}/columns`}>{t('porting.csv.toColumns')}</a>
          </p>
        ) : null}
      </header>
      {table && table.unfound.length > 0 ? <NamesForm upload={upload} table={table} /> : null}
      {opened.ok ? <Sound upload={upload} opened={opened} user={user} /> : <NotImported opened={opened} />}
      <section className="desk-section">
        <DeskForm action={forget} page={page}>
          <input type="hidden" name="upload" value={upload.id} />
          <p>
            <button type="submit" className="quiet">
              {t('porting.forget')}
            </button>
          </p>
        </DeskForm>
      </section>
      <p>
        <a href="/admin/porting">{t('porting.back')}</a>
      </p>
    </main>
  )
}

interface SoundProps {
  upload: Upload
  opened: Extract<OpenedUpload, { ok: true }>
  user: User
}

async function Sound({ upload: { id: upload }, opened, user }: SoundProps) {
  const t = await deskWords()
  const { preview, edition, content, warnings, doubts, table } = opened
  const page = `/admin/porting/${upload}`
  return (
    <>
      <Findings problems={warnings} count={doubts} areDoubts />
      {table && table.leftOut > 0 ? (
        <p className="notice">{t('porting.csv.leftOut', { count: table.leftOut })}</p>
      ) : null}
      <WouldChange preview={preview} />
      {preview.changes.length > 0 ? (
        <>
          <WouldMove content={content} preview={preview} />
          <section className="desk-section">
            <h2>{t('porting.becomes')}</h2>
            <DeskForm action={makeDrafts} page={page}>
              <input type="hidden" name="upload" value={upload} />
              <p>
                <button type="submit">{t('porting.drafts')}</button>
              </p>
              <p className="hint">{t('porting.draftsHint')}</p>
            </DeskForm>
            {preview.changes.every(({ key }) => mayAct(user, publishingRole(key.kind))) ? (
              <DeskForm action={publishAll} page={page}>
                <input type="hidden" name="upload" value={upload} />
                <input type="hidden" name="edition" value={edition} />
                <Field name="reason" label={t('publish.why')} hint={t('publish.whyHint')} />
                <p>
                  <button type="submit">{t('porting.publish')}</button>
                </p>
              </DeskForm>
            ) : (
              <p className="notice">{t('porting.notAdmin')}</p>
            )}
          </section>
        </>
      ) : null}
    </>
  )
}
