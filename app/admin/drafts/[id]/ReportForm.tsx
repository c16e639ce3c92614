import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { listsSign } from '@/lib/forms/report'
import { type Locale, type Problem, reportKinds, sourcings } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { sourceOptions, withDrafts, wordsBeside } from '../../_components/options'
import { Version } from '../../_components/SaveStatus'
import { saveReport } from './action'
import { fieldsOf, TextFields } from './fields'

import { NewRecord } from './NewRecord'
import { ReportLists } from './ReportLists'
import { EnterSaves, SaveButtons } from './SaveButtons'

/** The id of the form, for buttons that stand outside it. */
export const reportForm = 'report-form'

interface Props {
  draft: Draft
  problems: Problem[]
  check: OneDraftCheck
  /** Id of the person who writes in it; null: it is only read. */
  writer: string | null
  /** The languages that readers are offered. */
  shown: readonly Locale[]
  t: DeskWords
  locale: Locale
}

/** The report editor: plain fields first, then the lists of attribution, effects, positions and expectations. */
export function ReportForm({ draft, problems, check, writer, shown, t, locale }: Props) {
  const { id, version } = draft
  const form = fieldsOf({ data: draft.data, problems, warnings: check.warnings, shown, t, locale })
  const { field } = form
  const keep = writer ? { user: writer, name: `draft ${id}` } : undefined
  return (
    <DeskForm
      action={saveReport}
      page={`/admin/drafts/${id}`}
      {...(keep ? { keep } : {})}
      savesItself={keep !== undefined}
      id={reportForm}
    >
      <fieldset disabled={writer === null}>
        <legend className="unseen-text">{t('draft.report')}</legend>
        <EnterSaves />
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="writer" value={writer ?? ''} />
        <Version value={version} />
        <Attempt />
        <Hidden name="lists" value={listsSign(draft.data)} />
        <div className="grid">
          <Field
            {...field('source')}
            label={t('form.publisher')}
            options={withDrafts(t, sourceOptions(locale, check.sources), check.inDrafts, 'source')}
            empty={t('form.choose')}
          />
          <Field {...field('published')} label={t('draft.published')} hint={t('draft.addressHint')} />
          <Field
            {...field('kind')}
            label={t('form.kind')}
            hint={t('draft.help.reportKind')}
            {...wordsBeside(t, 'reportKind', reportKinds, { usual: 'news', stored: field('kind').value })}
          />
          <Field
            {...field('sourcing')}
            label={t('form.sourcing')}
            hint={t('draft.help.sourcing')}
            {...wordsBeside(t, 'sourcing', sourcings, { usual: 'unseen', stored: field('sourcing').value })}
          />
          <Field {...field('language')} label={t('form.language')} hint={t('form.languageHint')} size="short" />
        </div>
        <Field {...field('url')} label={t('form.address')} type="url" />
        <TextFields form={form} name="headline" label={t('draft.headline')} rows={2} />
        <TextFields form={form} name="title" label={t('draft.ownHeadline')} hint={t('draft.ownHeadlineHint')} />
        <Field {...field('summary')} label={t('draft.summary')} hint={t('draft.summaryHint')} rows={6} />
        <ReportLists form={form} version={version} check={check} />
        <NewRecord inDrafts={check.inDrafts} />
        <Field {...field('related')} label={t('draft.related')} hint={t('form.idsHint')} rows={3} />
        <TextFields form={form} name="note" label={t('draft.noteToReaders')} rows={2} />
        <SaveButtons />
      </fieldset>
    </DeskForm>
  )
}
