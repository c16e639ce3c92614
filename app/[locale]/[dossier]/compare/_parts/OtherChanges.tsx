import { Directions } from '@/app/_components/words/Direction'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { ExplainedDifferences } from '@/lib/policy'

const mostNamed = 120

/** Changes that explain a few answers of a comparison each, where there are too many to tell of all: by name and number. */
export function OtherChanges({ reading, groups }: { reading: Reading; groups: readonly ExplainedDifferences[] }) {
  const { records, t } = reading
  if (groups.length === 0) return null
  return (
    <ul className="index-list">
      {groups.slice(0, mostNamed).map(({ change: id, directions }) => {
        const change = records.changes.find((candidate) => candidate.id === id)
        return (
          <li key={id}>
            {change ? <ChangeLink reading={reading} change={change} /> : (id ?? t('compare.noChange'))}{' '}
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
