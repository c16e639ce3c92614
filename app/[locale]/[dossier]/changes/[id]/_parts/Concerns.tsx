import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import type { Change } from '@/lib/model'
import { boxInWords } from '@/lib/words/box-words'

/** The cases that a change is about though it alters no rule, with the way to ask about them. */
export function Concerns({ reading, change: { concerns } }: { reading: Reading; change: Change }) {
  const { t } = reading
  if (!concerns) return null
  const asked = Object.entries(concerns).flatMap(([dimension, [only, ...more]]): [string, string][] =>
    only !== undefined && more.length === 0 ? [[dimension, only]] : [],
  )
  return (
    <p>
      {t('change.concerns', {
        cases: boxInWords(reading, { values: concerns }),
      })}{' '}
      <a href={withQuery(hrefTo(reading, 'ask'), Object.fromEntries(asked))}>{t('change.concernsAsk')}</a>
    </p>
  )
}
