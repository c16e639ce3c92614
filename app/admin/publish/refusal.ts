import type { Hindrance } from '@/app/_server/action-state'
import type { PublishRefusal } from '@/db/commands/errors'
import type { DraftEntry } from '@/db/queries/draft'
import { fieldName, type Locale, type Problem, say } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldAnchor, fieldLabel } from '../_components/field-label'

type Named = Pick<DraftEntry, 'id' | 'kind' | 'recordId' | 'titles'>
type Words = { t: DeskWords; locale: Locale }

/** Why nothing was published, a sentence or a link for each reason; `drafts` are those that were to be. */
export function refusalInWords(
  refusal: PublishRefusal,
  drafts: readonly Named[],
  { t, locale }: Words,
): { formErrors: string[]; hindrances: Hindrance[] } {
  const draftOf = ({ kind, id }: { kind: string; id: string }) =>
    drafts.find((draft) => draft.kind === kind && draft.recordId === id)
  const about = (key: { kind: string; id: string }, says: string): Hindrance => {
    const draft = draftOf(key)
    return draft
      ? {
          label: t('publish.titled', { title: say(draft.titles, locale).text }),
          says,
          href: `/admin/drafts/${draft.id}`,
        }
      : { label: t('publish.titled', { title: key.id }), says }
  }
  const hindrances = [
    ...refusal.stale.map(({ key }) => about(key, t('publish.stale'))),
    ...refusal.conflicts.map(({ key }) => about(key, t('publish.conflicted'))),
    ...refusal.withheld.map(({ key, embargo }) =>
      about(key, embargo === undefined ? t('publish.second') : t('publish.embargoed', { until: embargo })),
    ),
    ...refusal.problems.map((problem) => hindranceOf(problem, draftOf(problem), { t, locale })),
  ]
  return {
    formErrors: [
      ...(refusal.gone.length > 0 ? [t('publish.gone')] : []),
      ...(hindrances.length > 0 ? [t('publish.refused')] : []),
    ],
    hindrances,
  }
}

/** A problem of a draft, which leads to its field. */
export function hindranceOf(
  { kind, id, path, message }: Problem,
  draft: Pick<Named, 'id' | 'titles'> | undefined,
  { t, locale }: Words,
): Hindrance {
  const name = fieldName(path)
  const field = name ? fieldLabel(locale, name) : t(`kind.${kind}`)
  const label = t('publish.problem', { title: draft ? say(draft.titles, locale).text : id, field })
  const says = faultInWords(t, message)
  return draft ? { label, says, href: `/admin/drafts/${draft.id}${fieldAnchor(name)}` } : { label, says }
}
