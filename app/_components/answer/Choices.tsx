import { Disposition } from '@/app/_components/words/Disposition'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { Answer } from '@/lib/policy'
import { dimensionInSentence, valueName } from '@/lib/words/names'
import { choicesOf } from './choices-of'

/** So many values are offered of one answer. */
const mostOffered = 12

interface Props {
  reading: Reading
  question: Record<string, string>
  answer: Answer
  asked: Record<string, string | undefined>
}

/** Of a question that has several answers: by what it depends most, and its values as links, those with the same answer together. */
export function Choices({ reading, question, answer, asked }: Props) {
  const { t, locale, compiled } = reading
  const found = choicesOf(compiled, question, answer)
  if (!found) return null
  const here = { ...question, ...asked }
  return (
    <div className="choices">
      <p>{t('ask.choose', { dimension: dimensionInSentence(found.dimension, locale).text })}</p>
      <ul>
        {found.groups.map(({ disposition, values }) => (
          <li key={disposition}>
            <Disposition value={disposition} reading={reading} />
            {t('unit.colon')}
            {values.slice(0, mostOffered).map((value, at) => (
              <span key={value.id}>
                {at > 0 && t('unit.separator')}
                <a href={withQuery(hrefTo(reading, 'ask'), { ...here, [found.dimension.id]: value.id })}>
                  {valueName(value, locale).text}
                </a>
              </span>
            ))}
            {values.length > mostOffered && ` ${t('unit.more', { count: values.length - mostOffered })}`}
          </li>
        ))}
      </ul>
    </div>
  )
}
