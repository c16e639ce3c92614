import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { listsSign } from '@/lib/forms/report'
import { type Problem, reportKinds, sourcings } from '@/lib/model'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field, Hidden } from '../../_components/Field'
import { sourceOptions, withDrafts, words } from '../../_components/options'
import { Version } from '../../_components/SaveStatus'
import { saveReport } from './action'
import { fieldsOf, TextFields } from './fields'
import { help } from './help'
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
}

/** The report editor: plain fields first, then the lists of attribution, effects, positions and expectations. */
export function ReportForm({ draft, problems, check, writer }: Props) {
  const { id, version } = draft
  const form = fieldsOf(draft.data, problems, check.warnings)
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
        <legend className="unseen-text">Report</legend>
        <EnterSaves />
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="writer" value={writer ?? ''} />
        <Version value={version} />
        <Attempt />
        <Hidden name="lists" value={listsSign(draft.data)} />
        <div className="grid">
          <Field
            {...field('source')}
            label="Publisher"
            options={withDrafts(sourceOptions(check.sources), check.inDrafts, 'source')}
            empty="Choose…"
          />
          <Field {...field('published')} label="Published" hint="23 Aug 2023, 2023-08, or an instant with its offset" />
          <Field {...field('kind')} label="Kind" hint={help.reportKind} options={words(reportKinds)} empty="news" />
          <Field
            {...field('sourcing')}
            label="Sourcing"
            hint={help.sourcing}
            options={words(sourcings)}
            empty="unseen"
          />
          <Field {...field('language')} label="Language" hint="en, ja, …" size="short" />
        </div>
        <Field {...field('url')} label="Address" type="url" />
        <TextFields form={form} name="headline" label="Headline" rows={2} />
        <Field
          {...field('summary')}
          label="Our summary"
          hint="Two to five sentences of our own (Markdown); never the article’s text."
          rows={6}
        />
        <ReportLists form={form} version={version} check={check} />
        <NewRecord />
        <Field {...field('related')} label="Related reports" hint="Ids, one to a line" rows={3} />
        <TextFields form={form} name="note" label="Note to readers" rows={2} />
        <SaveButtons />
      </fieldset>
    </DeskForm>
  )
}
