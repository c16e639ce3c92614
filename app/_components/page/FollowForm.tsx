import type { Reader } from '@/app/_reader/reading'
import { followForms } from '@/lib/addresses/follow'
import { type Rhythm, rhythms } from '@/lib/wire/rhythm'

interface Props {
  reader: Pick<Reader, 'locale' | 't'>
  /** The feed that is followed: its path below the language. Left out, one of `choices` is chosen. */
  what?: string
  choices?: readonly { what: string; title: string }[]
}

/** Asks to be told by mail; beside it what is kept of whoever asks, and for how long. */
export function FollowForm({ reader, what, choices = [] }: Props) {
  const { t, locale } = reader
  return (
    <form method="post" action={followForms.ask.path.replace('{locale}', locale)} className="follow">
      <div className="fields">
        {what === undefined ? (
          <div className="field">
            <label htmlFor="what">{t('follow.choose')}</label>
            <select id="what" name="what">
              {choices.map((one) => (
                <option key={one.what} value={one.what}>
                  {one.title}
                </option>
              ))}
            </select>
          </div>
        ) : (
          <input type="hidden" name="what" value={what} />
        )}
        <div className="field">
          <label htmlFor="address">{t('follow.address')}</label>
          <input id="address" name="address" type="email" required maxLength={254} autoComplete="email" />
        </div>
        <RhythmField reader={reader} value="daily" />
        <button type="submit">{t('follow.send')}</button>
      </div>
      <p className="label">{t('follow.kept')}</p>
    </form>
  )
}

/** How often somebody is told. */
export const RhythmField = ({ reader: { t }, value }: { reader: Pick<Reader, 't'>; value: Rhythm }) => (
  <div className="field">
    <label htmlFor="rhythm">{t('follow.rhythm')}</label>
    <select id="rhythm" name="rhythm" defaultValue={value}>
      {rhythms.map((rhythm) => (
        <option key={rhythm} value={rhythm}>
          {t(`follow.rhythms.${rhythm}`)}
        </option>
      ))}
    </select>
  </div>
)
