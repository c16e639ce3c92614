import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { listDrafts } from '@/db/queries/draft'

import { say, sourceKinds } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { sourceOptions, withDrafts, wordsBeside } from '../../_components/options'
import { TabTitle } from '../../_components/TabTitle'
import { startReport } from './action'

/** The first four facts of a report, from which its id is made; the rest follows in the editor. */
export default async function NewReportPage({ searchParams }: { searchParams: Promise<{ dossier?: string }> }) {
  const { user } = await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { dossier: asked = '' } = await searchParams
  await requireRole('author', asked)
  const { dossier, sources, today } = await openDossier(asked)
  const { db } = await database()
  const drafts = (await listDrafts(db)).filter(({ baseRevision }) => baseRevision === null)
  return (
    <main id="main">
      <TabTitle of={t('newReport.title')} />
      <header className="desk-head">
        <p className="smallcaps">{say(dossier.title, locale).text}</p>
        <h1>{t('newReport.title')}</h1>
      </header>
      <DeskForm
        action={startReport}
        page={`/admin/reports/new?dossier=${dossier.id}`}
        keep={{ user: user.id, name: `new report ${dossier.id}` }}
      >
        <Attempt />
        <input type="hidden" name="dossier" value={dossier.id} />
        <Hidden name="told" value="" />
        <EnterStarts says={t('newReport.start')} />
        <fieldset className="intake">
          <legend>{t('newReport.article')}</legend>
          <Field name="article" label={t('newReport.text')} hint={t('newReport.textHint')} rows={6} />
          <Field name="address" label={t('newReport.orAddress')} type="url" hint={t('newReport.addressHint')} />
          <p>
            <button type="submit" name="intent" value="read" className="quiet">
              {t('newReport.fillIn')}
            </button>
          </p>
        </fieldset>
        <Field
          name="source"
          label={t('form.publisher')}
          options={withDrafts(t, sourceOptions(locale, sources), drafts, 'source')}
          empty={t('form.choose')}
        />
        <div className="grid">
          <Field name="newSource" label={t('newReport.newSource')} hint={t('newReport.newSourceHint')} />
          <Field
            name="newSourceKind"
            label={t('newReport.newSourceKind')}
            {...wordsBeside(t, 'sourceKind', sourceKinds, { usual: 'other', stored: '' })}
          />
        </div>
        <Field
          name="published"
          label={t('newReport.published')}
          value={today}
          hint={t('newReport.publishedHint')}
          size="short"
        />
        <Field name="headline" label={t('newReport.headline')} hint={t('newReport.headlineHint')} rows={2} />
        <Field name="language" label={t('form.language')} hint={t('form.languageHint')} size="short" />
        <Field name="url" label={t('newReport.url')} type="url" />
        <p>
          <button type="submit" name="intent" value="start">
            {t('newReport.start')}
          </button>
        </p>
      </DeskForm>
    </main>
  )
}

/** What Enter presses in a field: the first submit button of the form, which would else be the one that reads the article. */
const EnterStarts = ({ says }: { says: string }) => (
  <button type="submit" name="intent" value="start" className="unseen-text" tabIndex={-1} aria-hidden="true">
    {says}
  </button>
)
