import { type Reader, siteHref } from '@/app/_reader/reading'
import { Pins } from './FormFields'

interface Props {
  reader: Reader
  words?: string | undefined
  /** Filters that the next search keeps. */
  kept?: Record<string, string | undefined>
  /** The small one on top of every page. */
  small?: boolean
}

/** Asks for words to search all records for, as a plain GET form. */
export function SearchForm({ reader, words, kept = {}, small = false }: Props) {
  const { t } = reader
  const id = small ? 'search-top' : 'search-words'
  return (
    <search className={small ? 'search small' : 'search'}>
      <form action={siteHref({ ...reader, pinned: {} }, 'search')} method="get">
        <Pins reader={reader} />
        {Object.entries(kept).map(([name, value]) =>
          value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
        )}
        <label htmlFor={id} className={small ? 'unseen-text' : 'label'}>
          {t('search.label')}
        </label>
        <span className="search-line">
          <input id={id} name="q" type="search" defaultValue={words} maxLength={200} autoComplete="off" />
          <button type="submit">{t('search.submit')}</button>
        </span>
      </form>
    </search>
  )
}
