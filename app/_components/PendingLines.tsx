import { type Adoption, type Answer, countDirections, type Difference } from '@/lib/policy'
import { formatDate } from '@/lib/text/dates'
import { Directions } from './Direction'
import { Disposition } from './Disposition'
import { StageMark } from './Ladder'
import { Conditions } from './MovedTable'
import { hrefTo, type Reading } from './reading'
import { Words } from './Words'

interface Props {
  reading: Reading
  answer: Answer
  adoptions: readonly Adoption[]
}

/** What would become of the answer with each of the changes that are pending on it; those that would not move it stay out. */
export function PendingLines({ reading, answer, adoptions }: Props) {
  const { locale, t, records } = reading
  if (adoptions.length === 0) return null
  return (
    <ul className="pending">
      {adoptions.map(({ change: id, stage, since, from, differences }) => {
        const change = records.changes.find((candidate) => candidate.id === id)
        const [only] = answer.verdict ? differences : []
        const how = stage === 'decided' || stage === 'in_force' ? stage : 'pending'
        const parts = {
          change: () => (
            <a href={hrefTo(reading, 'changes', id)}>{change ? <Words text={change.title} locale={locale} /> : id}</a>
          ),
          stage: () => <StageMark stage={stage} locale={locale} inSentence />,
          date: formatDate(since, locale),
          from: from ? formatDate(from, locale) : 'none',
        }
        return (
          <li key={`${id} ${from}`}>
            {only ? (
              <>
                {t.rich(`ask.would.${how}`, {
                  ...parts,
                  stays: only.before.disposition === only.after.disposition ? 'yes' : 'no',
                  answer: () => <Disposition value={only.after.disposition} locale={locale} />,
                })}
                {only.after.conditions.length > 0 && locale !== 'ja' && ' '}
                {only.after.conditions.length > 0 && <Terms reading={reading} difference={only} />}
              </>
            ) : (
              <>
                {t.rich(`ask.wouldMany.${how}`, { ...parts, count: differences.length, all: answer.cases.length })}{' '}
                <Directions reading={reading} directions={countDirections(differences)} brief />
              </>
            )}
          </li>
        )
      })}
    </ul>
  )
}

const Terms = ({ reading, difference }: { reading: Reading; difference: Difference }) => (
  <>
    <span className="soft">{reading.t('ask.conditions')}</span>
    <Conditions reading={reading} conditions={difference.after.conditions} />
  </>
)
