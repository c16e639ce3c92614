import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { filterNames, type Parameters } from '@/lib/asking/timeline-filter'
import { isDate } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { optionsOf } from './FilterForm'

/** The active filters; each is a link to the same list without it. */
export function FilterChips({ reading, parameters }: { reading: Reading; parameters: Parameters }) {
  const { t, locale } = reading
  const active = filterNames.filter((name) => parameters[name] !== undefined)
  if (active.length === 0) return null
  const here = hrefTo(reading, 'timeline')
  const options: Partial<Record<string, { value: string; name: string }[]>> = optionsOf(reading)
  return (
    <ul className="chips" aria-label={t('timeline.active')}>
      {active.map((name) => {
        const given = parameters[name] ?? ''
        const shown = isDate(given)
          ? formatDate(given, locale)
          : (options[name]?.find((option) => option.value === given)?.name ?? given)
        const words = { name: t(`timeline.${name}`), value: shown }
        return (
          <li key={name}>
            <a href={withQuery(here, { ...parameters, [name]: '' })} aria-label={t('timeline.remove', words)}>
              {t('timeline.chip', words)}
              <span className="cross">×</span>
            </a>
          </li>
        )
      })}
      {active.length > 1 && (
        <li>
          <a href={here}>{t('timeline.clear')}</a>
        </li>
      )}
    </ul>
  )
}
