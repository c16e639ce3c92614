import type { DraftCheck } from '@/app/_server/draft-check'
import type { Draft } from '@/db/queries/draft'
import { fieldAt } from '@/lib/forms/fields'
import { type Problem, reportKinds, sourcings } from '@/lib/model'
import { DeskForm } from '../../_components/DeskForm'
import { Field, type FieldProps } from '../../_components/Field'
import { Hidden } from '../../_components/Hidden'
import { sourceOptions, words } from '../../_components/options'
import { errorsAt } from '../../_components/Problems'
import { saveReport } from './action'
import { ReportLists } from './ReportLists'

interface Props {
  draft: Draft
  problems: Problem[]
  check: DraftCheck
  own: boolean
}

/** The report editor: plain fields first, then the lists of attribution, effects, positions and expectations. */
export function ReportForm({ draft, problems, check, own }: Props) {
  const field = (name: string): Pick<FieldProps, 'name' | 'value' | 'errors'> => ({
    name,
    value: fieldAt(draft.data, name),
    errors: errorsAt(problems, name),
  })
  const related = (draft.data as { related?: unknown } | null)?.related
  return (
    <DeskForm action={saveReport} key={draft.version}>
      <fieldset disabled={!own}>
        <legend className="unseen-text">Report</legend>
        <input type="hidden" name="draft" value={draft.id} />
        <Hidden name="version" value={String(draft.version)} />
        <div className="grid">
          <Field {...field('source')} label="Publisher" options={sourceOptions(check.sources)} empty="Choose…" />
          <Field {...field('published')} label="Published" hint="2023-08-23, 2023-08, or an instant with its offset" />
          <Field {...field('kind')} label="Kind" options={words(reportKinds)} empty="news" />
          <Field {...field('sourcing')} label="Sourcing" options={words(sourcings)} empty="unseen" />
          <Field {...field('language')} label="Language" hint="en, ja, …" size="short" />
        </div>
        <Field {...field('url')} label="Address" type="url" />
        <Field {...field('headline.en')} errors={errorsAt(problems, 'headline')} label="Headline, English" rows={2} />
        <Field {...field('headline.ja')} errors={[]} label="Headline, Japanese" rows={2} lang="ja" />
        <Field
          {...field('summary')}
          label="Our summary"
          hint="Two to five sentences of our own (Markdown); never the article’s text."
          rows={6}
        />
        <ReportLists draft={draft} problems={problems} check={check} />
        <Field
          name="related"
          label="Related reports"
          hint="Ids, one to a line"
          value={Array.isArray(related) ? related.join('\n') : ''}
          errors={errorsAt(problems, 'related')}
          rows={3}
        />
        <Field {...field('note')} errors={errorsAt(problems, 'note')} label="Note to readers" rows={2} />
        <p className="buttons sticky">
          <button type="submit" name="intent" value="save">
            Save
          </button>
        </p>
      </fieldset>
    </DeskForm>
  )
}
