import { Words } from '@/app/_components/words/Words'
import { hrefTo, type Reading, withQuery } from '@/app/_reader/reading'
import { withoutDates } from '@/lib/asking/typed-date'
import type { TermFound } from '@/lib/terms/terms'
import { unreadWords } from '@/lib/terms/unread'
import { dimensionName, valueName } from '@/lib/words/names'

interface Props {
  reading: Reading
  words: string
  found: readonly TermFound[]
  question: Record<string, string>
  asked: Record<string, string | undefined>
}

/** How a question in news words was read, and what was not; where words fit several values, links to the other readings. */
export function NewsWords({ reading, words, found, question, asked }: Props) {
  const { locale, t, dossier } = reading
  const unread = withoutDates(unreadWords(dossier, words))
  if (found.length === 0) return <p className="notice">{t('ask.wordsNothing', { words })}</p>
  return (
    <ul className="read-as label">
      {found.map(({ dimension, value, words: said }) => {
        const name = valueName(value, locale)
        const read = question[dimension.id] === value.id
        const parts = { said, dimension: dimensionName(dimension, locale).text }
        return (
          <li key={`${dimension.id} ${value.id}`}>
            {t.rich(read ? 'ask.wordsRead' : 'ask.wordsAlso', {
              ...parts,
              value: () =>
                read ? (
                  <strong>{name.text}</strong>
                ) : (
                  <a href={withQuery(hrefTo(reading, 'ask'), { ...question, ...asked, [dimension.id]: value.id })}>
                    {name.text}
                  </a>
                ),
            })}
            {value.note && read && (
              <>
                {' '}
                <Words text={value.note} locale={locale} />
              </>
            )}
          </li>
        )
      })}
      {unread.length > 0 && <li>{t('ask.wordsUnread', { words: unread.join(t('unit.separator')) })}</li>}
    </ul>
  )
}
