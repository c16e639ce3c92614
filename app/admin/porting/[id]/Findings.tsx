import { deskWords } from '@/app/_server/desk-words'
import { type FileProblem, sayPlace } from '@/lib/content'
import { faultInWords } from '@/lib/words/desk-faults'

const mostShown = 200

interface FindingsProps {
  problems: readonly FileProblem[]
  /** How many there are, where these are not all. */
  count?: number
  areDoubts: boolean
}

/** What is wrong in the files, or doubtful: where, which field, and what to do about it. Fields are called as the files call them. */
export async function Findings({ problems, count = problems.length, areDoubts }: FindingsProps) {
  if (problems.length === 0) return null
  const t = await deskWords()
  const files = new Set(problems.map(({ file }) => file)).size
  return (
    <div className={areDoubts ? 'notice doubtful' : 'notice wrong'} role={areDoubts ? 'note' : 'alert'}>
      <p>{areDoubts ? t('porting.doubts', { count }) : t('porting.problems', { count, files })}</p>
      <ul>
        {problems.slice(0, mostShown).map((problem) => (
          <li key={`${sayPlace(problem)} ${problem.field} ${problem.message}`}>
            <code>{sayPlace(problem)}</code> {problem.field === '' ? null : <code>{problem.field}</code>}{' '}
            {faultInWords(t, problem.message)}
          </li>
        ))}
        {count > mostShown ? <li>{t('porting.more', { count: count - mostShown })}</li> : null}
      </ul>
    </div>
  )
}
