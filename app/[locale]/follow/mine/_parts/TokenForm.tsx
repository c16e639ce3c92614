import type { ReactNode } from 'react'
import type { Reader } from '@/app/_reader/reading'
import { followForms } from '@/lib/addresses/follow'
import { type Locale, locales } from '@/lib/model'

interface Props {
  reader: Pick<Reader, 'locale' | 't'>
  token: string
  act: 'confirm' | 'change' | 'stop' | 'stop-all'
  /** What the button says. */
  button: string
  /** Offers the languages, this one chosen. */
  language?: Locale
  /** Fields before the button. */
  children?: ReactNode
}

/** A form of whoever has a token. */
export const TokenForm = ({ reader: { locale, t }, token, act, button, language, children }: Props) => (
  <form className="follow" method="post" action={followForms.set.path.replace('{locale}', locale)}>
    <input type="hidden" name="token" value={token} />
    <input type="hidden" name="act" value={act} />
    <div className="fields">
      {children}
      {language && (
        <div className="field">
          <label htmlFor="language">{t('following.language')}</label>
          <select id="language" name="language" defaultValue={language}>
            {locales.map((one) => (
              <option key={one} value={one} lang={one}>
                {new Intl.DisplayNames(one, { type: 'language' }).of(one)}
              </option>
            ))}
          </select>
        </div>
      )}
      <button type="submit">{button}</button>
    </div>
  </form>
)
