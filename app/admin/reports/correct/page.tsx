import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { deskLanguage, japanese } from '@/lib/addresses/names'
import { isId, say } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { correctReport, reinstateReport } from './action'

export const metadata: Metadata = { title: 'Correct or retract' }

type Asked = Promise<{ dossier?: string; id?: string; verb?: string }>

/** The public note with which a published report is corrected or retracted. */
export default async function CorrectPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('editor')
  const { dossier = '', id = '', verb: asked } = await searchParams
  if (!isId(dossier) || !isId(id)) notFound()
  const { db } = await database()
  const published = await findRecord(db, recordKey('report', dossier, id))
  if (!published) notFound()
  const { record: report } = published
  const verb = asked === 'retract' ? 'retract' : 'correct'
  const page = `/admin/reports/correct?${new URLSearchParams({ dossier, id, verb })}`
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">
          report · {dossier} · <code>{id}</code>
        </p>
        <h1>
          {report.retracted ? 'Reinstate' : verb === 'retract' ? 'Retract' : 'Correct'}:{' '}
          {say(report.headline, deskLanguage).text}
        </h1>
      </header>
      {report.retracted ? (
        <DeskForm action={reinstateReport} page={page}>
          <p>Retracted: {say(report.retracted.note, deskLanguage).text}</p>
          <Hidden name="dossier" value={dossier} />
          <Hidden name="id" value={id} />
          <button type="submit">Begin a draft in which it counts again</button>
        </DeskForm>
      ) : (
        <DeskForm action={correctReport} page={page} keep={{ user: user.id, name: `${verb} ${dossier} ${id}` }}>
          <Attempt />
          <Hidden name="dossier" value={dossier} />
          <Hidden name="id" value={id} />
          <Hidden name="verb" value={verb} />
          <p className="hint">
            {verb === 'retract'
              ? 'The report will count for nothing: its page becomes a note saying why, and every answer is worked out without it. Earlier editions still show it. You see which answers move before anything is public.'
              : 'For a change that readers should know of. The note is shown on the report, in the list of corrections and in its feed; the change itself is made in the draft that follows.'}
          </p>
          <Field name="note" label="Public note, in English" rows={3} hint="What was wrong, and what is right." />
          <Field name="noteJa" label="Public note, in Japanese" rows={3} lang={japanese} />
          <button type="submit">{verb === 'retract' ? 'Review the retraction' : 'Begin the correction'}</button>
        </DeskForm>
      )}
    </main>
  )
}
