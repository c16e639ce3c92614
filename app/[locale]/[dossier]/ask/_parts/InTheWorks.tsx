import type { Reading } from '@/app/_reader/reading'
import type { Answer, Concerning, Prospect } from '@/lib/policy'
import { ConcerningList } from './Concerning'
import { PendingLines } from './PendingLines'

interface Props {
  reading: Reading
  answer: Answer
  outlook: readonly Prospect[] | 'tooWide'
  concerning: readonly Concerning[]
}

/** What may yet become of the answer, and what is going on about this very case without altering a rule. */
export function InTheWorks({ reading, answer, outlook, concerning }: Props) {
  if (outlook.length === 0 && concerning.length === 0) return null
  return (
    <section className="also" aria-labelledby="works">
      <h2 id="works">{reading.t('ask.works')}</h2>
      <PendingLines reading={reading} answer={answer} outlook={outlook} />
      {concerning.length > 0 && <ConcerningList reading={reading} changes={concerning} />}
    </section>
  )
}
