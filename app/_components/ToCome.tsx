import type { Coming, CompiledChange } from '@/lib/policy'
import { formatOn } from '@/lib/words/dates'
import { Disposition } from './Disposition'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

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
        rule: () => (
          <a href={hrefTo(reading, 'rules', rule.id)}>
            <Words text={rule.title} locale={locale} />
          </a>
        ),
        disposition: () => <Disposition value={first.status?.disposition ?? 'unstated'} locale={locale} />,
      })}
    </p>
  )
}
