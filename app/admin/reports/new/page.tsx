import type { Metadata } from 'next'
import { requireRole } from '@/app/_server/session'
import { openDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'
import { deskLanguage } from '@/lib/addresses/names'
import { say, sourceKinds } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { sourceOptions, withDrafts, words } from '../../_components/options'
import { startReport } from './action'

export const metadata: Metadata = { title: 'New report' }

/** The first four facts of a report, from which its id is made; the rest follows in the editor. */
export default async function NewReportPage({ searchParams }: { searchParams: Promise<{ dossier?: string }> }) {
  const { user } = await requireRole('author')
  const { dossier: asked = '' } = await searchParams
  await requireRole('author', asked)
  const { dossier, sources, today } = await openDossier(asked)
  const { db } = await database()
  const drafts = (await listDrafts(db)).filter(({ baseRevision }) => baseRevision === null)
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
        <Hidden name="told" value="" />
        <EnterStarts />
        <fieldset className="intake">
          <legend>The article</legend>
          <Field
            name="article"
            label="Its text or HTML"
            hint="Stays beside the form while you write; no reader ever sees it, and it goes when the draft is published or discarded"
            rows={6}
          />
          <Field name="address" label="Or its address" type="url" hint="Fetched only when you press the button" />
          <p>
            <button type="submit" name="intent" value="read" className="quiet">
              Fill in from the article
            </button>
          </p>
        </fieldset>
        <Field
          name="source"
          label="Publisher"
          options={withDrafts(sourceOptions(sources), drafts, 'source')}
          empty="Choose…"
        />
        <div className="grid">
          <Field name="newSource" label="Or a new one: its name" hint="It becomes a draft beside the report" />
          <Field name="newSourceKind" label="What it is" options={words(sourceKinds)} empty="other" />
        </div>
        <Field
          name="published"
          label="Published"
          value={today}
          hint="23 Aug 2023, 2023年8月23日, 2023-08 where only the month is known, or an instant with its offset (2023-08-23T18:00:00+09:00)"
          size="short"
        />
        <Field name="headline" label="Headline" hint="In the language of the article" rows={2} />
        <Field name="language" label="Language" hint="en, ja, …" size="short" />
        <Field name="url" label="Address of the report" type="url" />
        <p>
          <button type="submit" name="intent" value="start">
            Start the draft
          </button>
        </p>
      </DeskForm>
    </main>
  )
}

/** What Enter presses in a field: the first submit button of the form, which would else be the one that reads the article. */
const EnterStarts = () => (
  <button type="submit" name="intent" value="start" className="unseen-text" tabIndex={-1} aria-hidden="true">
    Start the draft
  </button>
)
