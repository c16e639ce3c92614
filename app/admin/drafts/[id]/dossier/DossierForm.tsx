import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { dossierShape } from '@/lib/forms/dossier'
import { listsOf } from '@/lib/forms/record-shapes'
import { listsSign } from '@/lib/forms/report'
import { asRows, pathInRows } from '@/lib/forms/value-rows'
import { type Locale, type Problem, secondReviews, spokenByDefault } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { translator } from '@/lib/words/messages'
import { Attempt } from '../../../_components/Attempt'
import { DeskForm } from '../../../_components/DeskForm'
import { Field, Hidden } from '../../../_components/Field'
import { Version } from '../../../_components/SaveStatus'
import { FormList } from '../FormList'
import { fieldsOf, TextFields } from '../fields'
import { EnterSaves, SaveButtons } from '../SaveButtons'
import { AnswerWords } from './AnswerWords'
import { saveDossier } from './action'
import { Dimensions } from './Dimensions'
import { FeaturedFields, MatrixFields } from './MatrixFields'
import { countMentions, outlinesOf } from './outline'
import { UntrackedFields } from './UntrackedFields'

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

/** The editor of a dossier: what it is about, what it asks, and its dimensions with all that stands in them. */
export function DossierForm({ draft, problems, check, writer, shown, t, locale }: Props) {
  const { id, version, data } = draft
  const shape = dossierShape(data)
  const rows = asRows(data)
  const inRows = (one: Problem): Problem => ({ ...one, path: pathInRows(data, one.path) })
  const form = fieldsOf({ data: rows, problems, warnings: check.warnings.map(inRows), shape, shown, t, locale })
  const site = translator(locale)
  const { field } = form
  const outlines = outlinesOf(data, locale)
  const records = check.compiled?.records
  const count = countMentions([
    { kind: 'dossier', data },
    ...(records?.rules ?? []).map((rule) => ({ kind: 'rule', data: rule }) as const),
    ...(records?.changes ?? []).map((change) => ({ kind: 'change', data: change }) as const),
  ])
  const list = { form, version }
  return (
    <DeskForm
      action={saveDossier}
      page={`/admin/drafts/${id}`}
      {...(writer ? { keep: { user: writer, name: `draft ${id}` } } : {})}
      savesItself={writer !== null}
    >
      <fieldset disabled={writer === null}>
        <legend className="unseen-text">{t('dossier.inForm')}</legend>
        <EnterSaves />
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="writer" value={writer ?? ''} />
        <Version value={version} />
        <Attempt />
        <Hidden name="lists" value={listsSign(rows, listsOf(shape))} />
        <TextFields form={form} name="title" label={t('form.title')} />
        <TextFields form={form} name="summary" label={t('dossier.summary')} rows={3} />
        <div className="grid">
          <Field {...field('jurisdiction')} label={t('dossier.jurisdiction')} hint={t('dossier.jurisdictionHint')} />
          <Field {...field('timeZone')} label={t('dossier.zone')} hint={t('dossier.zoneHint')} />
          <Field
            {...field('default')}
            label={t('dossier.default')}
            options={spokenByDefault.map((word) => ({ value: word, label: site(`disposition.${word}`) }))}
            empty={site('disposition.unstated')}
          />
        </div>
        <TextFields
          form={form}
          name="question"
          label={t('dossier.question')}
          hint={t('dossier.questionHint', { blanks: outlines.map((one) => `{${one.id}}`).join(', ') })}
        />
        <TextFields form={form} name="asks" label={t('dossier.asks')} hint={t('dossier.asksHint')} />
        <section className="form-list" id="f-coverage">
          <h2>{t('dossier.coverage')}</h2>
          <div className="grid">
            <Field {...field('coverage.from')} label={t('dossier.from')} />
            <Field {...field('coverage.checked')} label={t('dossier.checked')} />
          </div>
        </section>
        <Dimensions {...list} data={data} outlines={outlines} count={count} check={check} dossier={draft.recordId} />
        <MatrixFields form={form} outlines={outlines} />
        <FeaturedFields {...list} outlines={outlines} />
        <UntrackedFields {...list} outlines={outlines} data={data} />
        <AnswerWords form={form} data={data} />
        <FormList
          {...list}
          path="terms"
          many={t('dossier.terms')}
          title={t('dossier.termList')}
          add={t('dossier.addTerms')}
        >
          {(item) => (
            <div key="fields" className="grid">
              <TextFields
                form={form}
                name={item}
                label={t('dossier.termList')}
                hint={t('dossier.termsHint')}
                rows={3}
              />
            </div>
          )}
        </FormList>
        <section className="form-list" id="f-review">
          <h2>{t('dossier.review')}</h2>
          <Field
            {...field('review.second')}
            label={t('dossier.second')}
            options={secondReviews.map((word) => ({ value: word, label: site(`secondReview.${word}`) }))}
            empty={site('secondReview.never')}
          />
          <TextFields form={form} name="review.criteria" label={t('dossier.criteria')} rows={2} />
        </section>
        <SaveButtons />
      </fieldset>
    </DeskForm>
  )
}
