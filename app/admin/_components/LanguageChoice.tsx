import { deskWords } from '@/app/_server/desk-words'
import type { Locale } from '@/lib/model'
import { deskLanguages } from '@/lib/words/desk-messages'
import { chooseLanguage } from '../sign-in/language'

/** The other languages of the desk, each by its own name. */
export async function LanguageChoice({ locale }: { locale: Locale }) {
  const t = await deskWords()
  return deskLanguages
    .filter((one) => one.locale !== locale)
    .map((one) => (
      <form key={one.locale} action={chooseLanguage} aria-label={t('language.label')}>
        <input type="hidden" name="language" value={one.locale} />
        <button type="submit" lang={one.locale} className="quiet">
          {one.name}
        </button>
      </form>
    ))
}
