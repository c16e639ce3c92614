import { DayFields, marked, Pins, Refused, typedIn, ValueOptions } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import { exampleTerms } from '@/lib/terms/terms'
import { dimensionName } from '@/lib/words/names'

interface Props {
  reading: Reading
  question: Record<string, string>
  on: string
  known: string | undefined
  words?: string | undefined
}

/** One select per dimension, the day, and what was known by when. */
export function AskForm({ reading, question, on, known, words }: Props) {
  const { locale, t, dossier } = reading
  const examples = exampleTerms(dossier, locale)
  return (
    <form action={hrefTo(reading, 'ask')} method="get" className="fields">
      <Pins reader={reading} />
      <div className="field wide">
        <label htmlFor="words">{t('ask.words')}</label>
        <input
          id="words"
          name="words"
          type="search"
          maxLength={400}
          defaultValue={typedIn(reading, 'words') ?? words ?? ''}
          placeholder={examples ? t('ask.wordsHint', { words: examples }) : undefined}
          {...marked(reading, 'words')}
        />
        <Refused reading={reading} name="words" />
      </div>
      {dossier.dimensions.map((dimension) => (
        <div className="field" key={dimension.id}>
          <label htmlFor={dimension.id}>{dimensionName(dimension, locale).text}</label>
          <select
            id={dimension.id}
            name={dimension.id}
            defaultValue={question[dimension.id] ?? ''}
            {...marked(reading, dimension.id)}
          >
            <option value="">{t('matrix.any')}</option>
            <ValueOptions dimension={dimension} locale={locale} />
          </select>
          <Refused reading={reading} name={dimension.id} />
        </div>
      ))}
      <DayFields reading={reading} on={on} known={known} />
      <button type="submit">{t('ask.submit')}</button>
    </form>
  )
}
