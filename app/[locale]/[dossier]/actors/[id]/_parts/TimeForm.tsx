import { DateField, Pins } from '@/app/_components/page/FormFields'
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
          <DateField key={name} reading={reading} name={name} label={t(`timeline.${name}`)} value={range[name]} />
        ))}
        <div className="field">
          <button type="submit">{t('timeline.apply')}</button>
        </div>
        {(range.from || range.to) && <a href={page}>{t('actor.all')}</a>}
      </div>
      <p className="label">{t('actor.hint')}</p>
    </form>
  )
}
