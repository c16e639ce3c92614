import { deskWords } from '@/app/_server/desk-words'
import type { Draft } from '@/db/queries/draft'
import type { User } from '@/db/queries/user'
import { DeskForm } from '../../../_components/DeskForm'
import { Field } from '../../../_components/Field'
import { Moment } from '../../../_components/Moment'
import { DiscardForm } from '../DiscardForm'
import type { DraftRights } from '../rights'
import { approve, embargo, handIn, moveTo, sendBack, takeBack } from './action'

interface Props {
  draft: Draft
  rights: DraftRights
  user: User
  names: Map<string, string>
  /** Who may write in the draft's dossier, by name. */
  writers: Pick<User, 'id' | 'name'>[]
  /** The dossier's time zone, in which an embargo is set. */
  zone: string
}

/** Where a draft stands on its way to readers, and the steps that this person can take with it. */
export async function ReviewPanel({ draft, rights, user, names, writers, zone }: Props) {
  const t = await deskWords()
  const { id, state, version } = draft
  const page = `/admin/drafts/${id}`
  const step = (
    <>
      <input type="hidden" name="draft" value={id} />
      <input type="hidden" name="version" value={version} />
    </>
  )
  const isWriter = (draft.savedBy ?? draft.author) === user.id
  return (
    <section className="review" aria-labelledby="review">
      <h2 id="review">{t('review.title')}</h2>
      <Standing draft={draft} names={names} />
      <div className="buttons">
        {state === 'draft' && rights.write ? (
          <DeskForm action={handIn} page={page}>
            {step}
            <button type="submit" className="quiet">
              {t('review.handIn')}
            </button>
          </DeskForm>
        ) : null}
        {state !== 'approved' && rights.review && !isWriter ? (
          <DeskForm action={approve} page={page}>
            {step}
            <button type="submit">{t('review.approve')}</button>
          </DeskForm>
        ) : null}
        {state !== 'draft' && rights.write ? (
          <DeskForm action={takeBack} page={page}>
            {step}
            <button type="submit" className="quiet">
              {t('review.takeBack')}
            </button>
          </DeskForm>
        ) : null}
        {/* In a form of one's own a button saves first what was typed. */}
        {rights.publish && (!rights.own || draft.data === null) ? (
          <a className="button" href={`/admin/publish?draft=${id}`}>
            {t('draft.reviewAndPublish')}
          </a>
        ) : null}
      </div>
      {rights.review && !rights.own ? (
        <details>
          <summary>{t('review.sendBackOpen')}</summary>
          <DeskForm action={sendBack} page={page}>
            {step}
            <Field name="text" id="f-send-back" label={t('review.toMend')} rows={3} />
            <button type="submit" className="quiet">
              {t('review.sendBack')}
            </button>
          </DeskForm>
        </details>
      ) : null}
      {rights.publish ? <Embargo draft={draft} zone={zone} /> : null}
      {rights.write ? <MoveForms draft={draft} rights={rights} user={user} writers={writers} /> : null}
      {rights.write ? <DiscardForm id={id} /> : null}
    </section>
  )
}

async function Standing({
  draft: { state, stateBy, stateAt, savedBy, author, embargo: until },
  names,
}: {
  draft: Draft
  names: Map<string, string>
}) {
  const t = await deskWords()
  const name = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
  return (
    <p className="hint">
      <strong>{t(`review.standing.${state}`)}</strong>
      {stateAt ? (
        <> {t.rich('review.standingBy', { who: name(stateBy), when: () => <Moment at={stateAt} /> })}</>
      ) : null}
      {savedBy !== null && savedBy !== author
        ? t('review.writtenByChanged', { who: name(author), changed: name(savedBy) })
        : t('review.writtenBy', { who: name(author) })}
      {until ? <> {t.rich('review.underEmbargo', { when: () => <Moment at={until} /> })}</> : null}
    </p>
  )
}

async function Embargo({ draft: { id }, zone }: { draft: Draft; zone: string }) {
  const t = await deskWords()
  return (
    <details>
      <summary>{t('review.embargoOpen')}</summary>
      <DeskForm action={embargo} page={`/admin/drafts/${id}`}>
        <input type="hidden" name="draft" value={id} />
        <Field name="until" type="datetime-local" label={t('review.until', { zone })} hint={t('review.untilHint')} />
        <button type="submit" className="quiet">
          {t('review.setEmbargo')}
        </button>
      </DeskForm>
    </details>
  )
}

async function MoveForms({ draft, rights, user, writers }: Pick<Props, 'draft' | 'rights' | 'user' | 'writers'>) {
  const t = await deskWords()
  const page = `/admin/drafts/${draft.id}`
  const others = writers.filter(({ id }) => id !== draft.author && id !== user.id)
  return (
    <>
      {rights.own ? null : (
        <DeskForm action={moveTo} page={page}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="to" value={user.id} />
          <button type="submit" className="quiet">
            {t('review.takeOver')}
          </button>
        </DeskForm>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>{t('review.handOnOpen')}</summary>
          <DeskForm action={moveTo} page={page}>
            <input type="hidden" name="draft" value={draft.id} />
            <Field
              name="to"
              label={t('review.to')}
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              empty={t('form.choose')}
            />
            <button type="submit" className="quiet">
              {t('review.handOn')}
            </button>
          </DeskForm>
        </details>
      )}
    </>
  )
}
