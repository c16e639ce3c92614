import type { PublishRefusal } from '@/db/commands/errors'
import { fieldName, type Locale } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldLabel } from '../_components/field-label'

/** Why nothing was published, a sentence for each reason. */
export function refusalInWords(refusal: PublishRefusal, t: DeskWords, locale: Locale): string[] {
  const gone = refusal.gone.length > 0 ? [t('publish.gone')] : []
  const stale = refusal.stale.map(({ key }) => t('publish.stale', { id: key.id }))
  const conflicts = refusal.conflicts.map(({ key }) => t('publish.conflicted', { id: key.id }))
  const problems = refusal.problems.map(({ id, path, message }) =>
    t('publish.problem', { id, field: fieldLabel(locale, fieldName(path)), message: faultInWords(t, message) }),
  )
  const withheld = refusal.withheld.map(({ key, embargo }) =>
    embargo === undefined
      ? t('publish.second', { id: key.id })
      : t('publish.embargoed', { id: key.id, until: embargo }),
  )
  return [...gone, ...stale, ...conflicts, ...withheld, ...problems]
}
