import { Pins } from '@/app/_components/page/FormFields'
import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { StandsAsked } from '@/lib/policy'

interface Props {
  reading: Reading
  actor: string
  range: Pick<StandsAsked, 'from' | 'to'>
}

/** Narrows what an actor's page lists to a time, as a plain GET form. */
export function TimeForm({ reading, actor, range }: Props) {
  const { t } = reading
  const page = hrefTo(reading, 'actors', actor)
  return (
    <form className="time-form" action={page} method="get" aria-label={t('actor.filter')}>
      <Pins reader={reading} />
      <div className="fields">
        {(['from', 'to'] as const).map((name) => (
          <div className="field narrow" key={name}>
            <label htmlFor={name}>{t(`timeline.${name}`)}</label>
            <input
              id={name}
              name={name}
              defaultValue={range[name]}
              placeholder="2023-08"
              maxLength={10}
              aria-describedby="time-hint"
            />
          </div>
        ))}
        <div className="field">
          <button type="submit">{t('timeline.apply')}</button>
        </div>
        {(range.from || range.to) && <a href={page}>{t('actor.all')}</a>}
      </div>
      <p className="label" id="time-hint">
        {t('actor.hint')}
      </p>
    </form>
  )
}
