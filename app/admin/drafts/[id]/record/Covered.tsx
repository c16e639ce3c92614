import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'

import { say } from '@/lib/model'
import { coverageOf } from '@/lib/policy'

/** How much a rule covers as it stands in the draft, and which rules come before it; said as soon as nothing is wrong. */
export async function Covered({ check, recordId }: { check: OneDraftCheck; recordId: string }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const compiled = check.after ?? check.compiled
  const covered = compiled && coverageOf(compiled, recordId)
  if (!compiled || !covered) return <p className="hint">{t('rule.coveredLater')}</p>
  const titles = new Map(compiled.records.rules.map(({ id, title }) => [id, say(title, locale).text]))
  const named = (ids: string[]) => ids.map((id) => titles.get(id) ?? id).join(t('rule.ruleBetween'))
  return (
    <p role="status">
      {t('rule.covered', { cases: covered.cases, all: covered.all, now: check.after ? 'draft' : 'public' })}
      {covered.overriddenBy.length > 0 ? ` ${t('rule.overriddenBy', { rules: named(covered.overriddenBy) })}` : ''}
      {covered.narrowedBy.length > 0 ? ` ${t('rule.narrowedBy', { rules: named(covered.narrowedBy) })}` : ''}
    </p>
  )
}
