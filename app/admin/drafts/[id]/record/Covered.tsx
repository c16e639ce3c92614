import type { OneDraftCheck } from '@/app/_server/drafts/draft-check'
import { deskLanguage } from '@/lib/addresses/names'
import { say } from '@/lib/model'
import { coverageOf } from '@/lib/policy'

/** How much a rule covers as it stands in the draft, and which rules come before it; said as soon as nothing is wrong. */
export function Covered({ check, recordId }: { check: OneDraftCheck; recordId: string }) {
  const compiled = check.after ?? check.compiled
  const covered = compiled && coverageOf(compiled, recordId)
  if (!compiled || !covered)
    return <p className="hint">How many cases it covers is said as soon as nothing is wrong.</p>
  const titles = new Map(compiled.records.rules.map(({ id, title }) => [id, say(title, deskLanguage).text]))
  const named = (ids: string[]) => ids.map((id) => titles.get(id) ?? id).join('; ')
  const number = new Intl.NumberFormat(deskLanguage)
  return (
    <p role="status">
      Covers {number.format(covered.cases)} of {number.format(covered.all)} cases
      {check.after ? '' : ' as it is public'}.
      {covered.overriddenBy.length > 0 ? ` Overridden by: ${named(covered.overriddenBy)}.` : ''}
      {covered.narrowedBy.length > 0 ? ` Narrower rules speak before it: ${named(covered.narrowedBy)}.` : ''}
    </p>
  )
}
