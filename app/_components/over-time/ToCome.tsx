import { Disposition } from '@/app/_components/words/Disposition'
import { RuleLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Coming, CompiledChange } from '@/lib/policy'
import { formatOn } from '@/lib/words/dates'

interface Props {
  reading: Reading
  change: CompiledChange
  /** All that is due in the dossier, in order of time. */
  coming: readonly Coming[]
}

/** Of a change in force, what it still brings and when: the first of it, and how much more. */
export function ToCome({ reading, change, coming }: Props) {
  const { locale, t } = reading
  const [first, ...more] = coming.filter((one) => one.kind === 'turns' && one.change === change)
  if (first?.kind !== 'turns') return null
  const { rule } = first.rule
  return (
    <p>
      {t.rich('dossier.inForceComing', {
        on: formatOn(first.shown, locale),
        more: more.length,
        rule: () => <RuleLink reading={reading} rule={rule} />,
        disposition: () => <Disposition value={first.status?.disposition ?? 'none'} reading={reading} />,
      })}
    </p>
  )
}
