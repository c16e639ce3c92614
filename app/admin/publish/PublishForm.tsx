import type { Hindrance } from '@/app/_server/action-state'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { Draft } from '@/db/queries/draft'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Field, Tick } from '../_components/Field'
import { Hindrances } from '../_components/Hindrances'
import { publish } from './action'
import { addressOf, type LeftOut } from './publication'
import { hindranceOf } from './refusal'

interface Props {
  /** Those that are ready. */
  drafts: readonly Draft[]
  /** Those that cannot go along: what hinders them stands where the button is. */
  leftOut: readonly LeftOut[]
  mayPublish: boolean
  /** The titles of reports whose day is still to come. */
  toCome: readonly string[]
  /** The time zone on whose clocks a time is set. */
  zone: string
}

/** The buttons that publish what is ready as one edition, now or at a set time, for those who may. */
export async function PublishForm({ drafts, leftOut, mayPublish, toCome, zone }: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const hindrances = leftOut.flatMap(({ draft, problems, why }): Hindrance[] => [
    ...why.map((says) => ({
      label: t('publish.because', { title: say(draft.titles, locale).text }),
      says,
      href: `/admin/drafts/${draft.id}`,
    })),
    ...problems.map((problem) => hindranceOf(problem, draft, { t, locale })),
  ])
  const titles = toCome.map((title) => t('publish.titled', { title })).join(t('publish.between'))
  return (
    <section className="desk-section" aria-labelledby="press">
      <h2 id="press">{t('publish.asOne')}</h2>
      {drafts.length === 0 ? (
        <div className="notice wrong" role="alert">
          <p>{t('publish.notReady')}</p>
          <Hindrances of={hindrances} />
        </div>
      ) : mayPublish ? (
        <DeskForm action={publish} page={addressOf(drafts)}>
          {drafts.map(({ id, version }) => (
            <input key={id} type="hidden" name={`draft.${id}`} value={version} />
          ))}
          <input type="hidden" name="zone" value={zone} />
          {leftOut.length > 0 ? (
            <div className="notice">
              <p>
                {t('publish.willBe', {
                  ready: t('publish.records', { count: drafts.length }),
                  left: t('publish.records', { count: leftOut.length }),
                })}
              </p>
              <Hindrances of={hindrances} />
            </div>
          ) : null}
          <Field name="reason" label={t('publish.why')} hint={t('publish.whyHint')} />
          {toCome.length > 0 ? (
            <Tick name="confirm" label={t('publish.confirm', { titles })} hint={t('publish.confirmHint')} />
          ) : null}
          <p>
            <button type="submit" name="when" value="now">
              {t('publish.submit')}
            </button>
          </p>
          <details>
            <summary>{t('publish.atTime')}</summary>
            <Field name="time" type="datetime-local" label={t('publish.when', { zone })} hint={t('publish.whenHint')} />
            <button type="submit" name="when" value="later" className="quiet">
              {t('publish.submitLater')}
            </button>
          </details>
        </DeskForm>
      ) : (
        <p className="notice">
          {t(drafts.some(({ kind }) => kind === 'site') ? 'publish.notAdmin' : 'publish.notEditor')}
        </p>
      )}
    </section>
  )
}
