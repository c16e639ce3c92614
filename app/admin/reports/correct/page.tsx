import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { recordKey } from '@/db/key'
import { findRecord } from '@/db/queries/record'
import { english, japanese } from '@/lib/addresses/names'
import { isId, say } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { TabTitle } from '../../_components/TabTitle'
import { correctReport, reinstateReport } from './action'

type Asked = Promise<{ dossier?: string; id?: string; verb?: string }>

/** The public note with which a published report is corrected or retracted. */
export default async function CorrectPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('editor')
  const [t, locale] = [await deskWords(), await deskLocale()]
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
      <TabTitle of={t('correct.tab')} />
      <header className="desk-head">
        <p className="smallcaps">
          {t('kind.report')} · {dossier} · <code>{id}</code>
        </p>
        <h1>
          {t('correct.heading', {
            verb: report.retracted ? 'reinstate' : verb,
            title: say(report.headline, locale).text,
          })}
        </h1>
      </header>
      {report.retracted ? (
        <DeskForm action={reinstateReport} page={page}>
          <p>{t('correct.retracted', { note: say(report.retracted.note, locale).text })}</p>
          <Hidden name="dossier" value={dossier} />
          <Hidden name="id" value={id} />
          <button type="submit">{t('correct.reinstate')}</button>
        </DeskForm>
      ) : (
        <DeskForm action={correctReport} page={page} keep={{ user: user.id, name: `${verb} ${dossier} ${id}` }}>
          <Attempt />
          <Hidden name="dossier" value={dossier} />
          <Hidden name="id" value={id} />
          <Hidden name="verb" value={verb} />
          <p className="hint">{t(verb === 'retract' ? 'correct.retractHint' : 'correct.correctHint')}</p>
          <Field name="note" label={t('form.noteEn')} rows={3} hint={t('correct.noteHint')} lang={english} />
          <Field name="noteJa" label={t('form.noteJa')} rows={3} lang={japanese} />
          <button type="submit">{t(verb === 'retract' ? 'correct.toRetract' : 'correct.toCorrect')}</button>
        </DeskForm>
      )}
    </main>
  )
}
