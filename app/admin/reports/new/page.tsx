import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { openDossier } from '@/app/_server/site'
import { deskLanguage } from '@/lib/addresses/names'
import { say } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { sourceOptions } from '../../_components/options'
import { startReport } from './action'

export const metadata: Metadata = { title: 'New report' }

/** The first four facts of a report, from which its id is made; the rest follows in the editor. */
export default async function NewReportPage({ searchParams }: { searchParams: Promise<{ dossier?: string }> }) {
  const { user } = await requireRole('author')
  const { dossier: asked = '' } = await searchParams
  const { dossier, sources, today } = await openDossier(asked)
  return (
    <main id="main">
      <header className="desk-head">
        <p className="smallcaps">{say(dossier.title, deskLanguage).text}</p>
        <h1>New report</h1>
      </header>
      <DeskForm
        action={startReport}
        page={`/admin/reports/new?dossier=${dossier.id}`}
        keep={{ user: user.id, name: `new report ${dossier.id}` }}
      >
        <Attempt />
        <input type="hidden" name="dossier" value={dossier.id} />
        <Field name="source" label="Publisher" options={sourceOptions(sources)} empty="Choose…" />
        <Field
          name="published"
          label="Published"
          value={today}
          hint="A day (2023-08-23), a month (2023-08), or an instant with its offset (2023-08-23T18:00:00+09:00)."
          size="short"
        />
        <Field name="headline" label="Headline in English" rows={2} />
        <Field name="url" label="Address of the report" type="url" />
        <p>
          <button type="submit">Start the draft</button>
        </p>
      </DeskForm>
    </main>
  )
}
