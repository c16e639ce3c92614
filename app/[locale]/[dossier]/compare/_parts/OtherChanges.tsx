import { Directions } from '@/app/_components/words/Direction'
import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { ExplainedDifferences } from '@/lib/policy'

const mostNamed = 120

/** Changes that explain a few answers of a comparison each, where there are too many to tell of all: by name and number. */
export function OtherChanges({ reading, groups }: { reading: Reading; groups: readonly ExplainedDifferences[] }) {
  const { records, locale, t } = reading
  if (groups.length === 0) return null
  return (
    <ul className="index-list">
      {groups.slice(0, mostNamed).map(({ change: id, directions }) => {
        const change = records.changes.find((candidate) => candidate.id === id)
        return (
          <li key={id}>
            {change ? (
              <a href={hrefTo(reading, 'changes', change.id)}>
                <Words text={change.title} locale={locale} />
              </a>
            ) : (
              (id ?? t('compare.noChange'))
            )}{' '}
            <span className="label">
              <Directions reading={reading} directions={directions} />
            </span>
          </li>
        )
      })}
      {groups.length > mostNamed && <li>{t('unit.more', { count: groups.length - mostNamed })}</li>}
    </ul>
  )
}
