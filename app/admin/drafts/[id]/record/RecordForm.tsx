import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { type FormKind, listsOf, recordShape } from '@/lib/forms/record-shapes'
import { listsSign } from '@/lib/forms/report'
import type { Locale, Problem } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Attempt } from '../../../_components/Attempt'
import { DeskForm } from '../../../_components/DeskForm'
import { Hidden } from '../../../_components/Field'
import { Version } from '../../../_components/SaveStatus'
import { fieldsOf } from '../fields'
import { EnterSaves, SaveButtons } from '../SaveButtons'
import { SiteFields } from '../site/SiteFields'
import { saveRecord } from './action'
import { ChangeFields } from './ChangeFields'
import { RuleFields } from './RuleFields'
import { ActorFields, SourceFields } from './WhoFields'

interface Props {
  draft: Draft
  kind: FormKind
  problems: Problem[]
  check: OneDraftCheck
  /** Id of the person who writes in it; null: it is only read. */
  writer: string | null
  /** The languages that readers are offered. */
  shown: readonly Locale[]
  t: DeskWords
  locale: Locale
}

/** The editor of a rule, a change, an actor, a publisher or the site. */
export function RecordForm({ draft, kind, problems, check, writer, shown, t, locale }: Props) {
  const { id, version, data } = draft
  const dossier = check.compiled?.dossier ?? null
  const shape = recordShape(kind, dossier)
  const form = fieldsOf({ data, problems, warnings: check.warnings, shape, shown, t, locale })
  const inner = { form, version, check, recordId: draft.recordId }
  return (
    <DeskForm
      action={saveRecord}
      page={`/admin/drafts/${id}`}
      {...(writer ? { keep: { user: writer, name: `draft ${id}` } } : {})}
      savesItself={writer !== null}
    >
      <fieldset disabled={writer === null}>
        <legend className="unseen-text">{t(`kind.${kind}`)}</legend>
        <EnterSaves />
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="writer" value={writer ?? ''} />
        <Version value={version} />
        <Attempt />
        <Hidden name="lists" value={listsSign(data, listsOf(shape))} />
        {kind === 'source' ? <SourceFields form={form} /> : null}
        {kind === 'site' ? <SiteFields form={form} /> : null}
        {kind === 'actor' ? <ActorFields {...inner} /> : null}
        {kind === 'change' ? <ChangeFields {...inner} data={data} /> : null}
        {kind === 'rule' ? <RuleFields {...inner} data={data} /> : null}
        <SaveButtons />
      </fieldset>
    </DeskForm>
  )
}
