import type { Reading } from '@/app/_reader/reading'
import { pendingStages } from '@/lib/model'
import type { Answer, Concerning, Prospect } from '@/lib/policy'
import { ConcerningList } from './Concerning'
import { PendingLines } from './PendingLines'

interface Props {
  reading: Reading
  answer: Answer
  outlook: readonly Prospect[] | 'tooWide'
  concerning: readonly Concerning[]
}

/** What may yet become of the answer, what is going on about this very case without altering a rule, and what was settled about it. */
export function InTheWorks({ reading, answer, outlook, concerning }: Props) {
  const { t } = reading
  const moving = concerning.filter(({ life }) => pendingStages.includes(life.stage))
  const settled = concerning.filter((one) => !moving.includes(one))
  return (
    <>
      {(outlook.length > 0 || moving.length > 0) && (
        <section className="also" aria-labelledby="works">
          <h2 id="works">{t('ask.works')}</h2>
          <PendingLines reading={reading} answer={answer} outlook={outlook} />
          {moving.length > 0 && <ConcerningList reading={reading} changes={moving} />}
        </section>
      )}
      {settled.length > 0 && (
        <section className="also" aria-labelledby="settled-cases">
          <h2 id="settled-cases">{t('ask.settledCases')}</h2>
          <ConcerningList reading={reading} changes={settled} />
        </section>
      )}
    </>
  )
}
