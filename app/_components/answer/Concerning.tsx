import { StageMark } from '@/app/_components/words/Ladder'
import { ChangeLink } from '@/app/_components/words/RecordLink'
import type { Reading } from '@/app/_reader/reading'
import type { Concerning } from '@/lib/policy'
import { formatDate } from '@/lib/words/dates'
import { ChangeNote } from './SilentRules'

/** Changes that are about what is asked without altering a rule: how far each is, and since when. */
export const ConcerningList = ({ reading, changes }: { reading: Reading; changes: readonly Concerning[] }) => (
  <ul className="concerning">
    {changes.map(({ change, life }) => (
      <li key={change.id}>
        {reading.t.rich('ask.concerningLine', {
          change: () => <ChangeLink reading={reading} change={change.change} />,
          stage: () => <StageMark stage={life.stage} reading={reading} inSentence />,
          date: formatDate(life.date, reading.locale),
        })}
        <ChangeNote reading={reading} id={change.id} />
      </li>
    ))}
  </ul>
)
