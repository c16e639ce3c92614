import { Pins } from '@/app/_components/page/FormFields'
import { type Reader, siteHref } from '@/app/_reader/reading'

/** One box for a question in the reader's own words; it is asked of every dossier that knows some of them. */
export function AskBox({ reader, words }: { reader: Reader; words?: string | undefined }) {
  const { t } = reader
  return (
    <search className="search ask-box">
      <form action={siteHref({ ...reader, pinned: {} }, 'ask')} method="get">
        <Pins reader={reader} />
        <label htmlFor="words">{t('home.ask')}</label>
        <span className="search-line">
          <input id="words" name="words" type="search" defaultValue={words} maxLength={400} autoComplete="off" />
          <button type="submit">{t('ask.submit')}</button>
        </span>
      </form>
    </search>
  )
}
