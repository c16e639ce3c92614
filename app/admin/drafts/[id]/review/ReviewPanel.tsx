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
export function ReviewPanel({ draft, rights, user, names, writers, zone }: Props) {
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
      <h2 id="review">On its way</h2>
      <Standing draft={draft} names={names} />
      <div className="buttons">
        {state === 'draft' && rights.write ? (
          <DeskForm action={handIn} page={page}>
            {step}
            <button type="submit" className="quiet">
              Hand in for review
            </button>
          </DeskForm>
        ) : null}
        {state !== 'approved' && rights.review && !isWriter ? (
          <DeskForm action={approve} page={page}>
            {step}
            <button type="submit">Approve</button>
          </DeskForm>
        ) : null}
        {state !== 'draft' && rights.write ? (
          <DeskForm action={takeBack} page={page}>
            {step}
            <button type="submit" className="quiet">
              Take it back
            </button>
          </DeskForm>
        ) : null}
        {rights.publish ? (
          <a className="button" href={`/admin/publish?draft=${id}`}>
            Review and publish
          </a>
        ) : null}
      </div>
      {rights.review && !rights.own ? (
        <details>
          <summary>Send it back…</summary>
          <DeskForm action={sendBack} page={page}>
            {step}
            <Field name="text" id="f-send-back" label="What is to be mended" rows={3} />
            <button type="submit" className="quiet">
              Send it back
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

function Standing({
  draft: { state, stateBy, stateAt, savedBy, author, embargo: until },
  names,
}: {
  draft: Draft
  names: Map<string, string>
}) {
  const name = (id: string | null) => (id === null ? '' : (names.get(id) ?? id))
  return (
    <p className="hint">
      <strong>{standings[state]}</strong>
      {stateAt ? (
        <>
          {' '}
          by {name(stateBy)}, <Moment at={stateAt} />
        </>
      ) : null}
      . By {name(author)}
      {savedBy !== null && savedBy !== author ? `, last changed by ${name(savedBy)}` : ''}.
      {until ? (
        <>
          {' '}
          Under an embargo until <Moment at={until} />.
        </>
      ) : null}
    </p>
  )
}

/** What a draft's state is called. */
export const standings = { draft: 'Being written', 'in-review': 'Handed in', approved: 'Approved' } as const

const Embargo = ({ draft: { id }, zone }: { draft: Draft; zone: string }) => (
  <details>
    <summary>Embargo…</summary>
    <DeskForm action={embargo} page={`/admin/drafts/${id}`}>
      <input type="hidden" name="draft" value={id} />
      <Field
        name="until"
        type="datetime-local"
        label={`Held back until, on the clocks of ${zone}`}
        hint="Left empty: there is no embargo"
      />
      <button type="submit" className="quiet">
        Set the embargo
      </button>
    </DeskForm>
  </details>
)

function MoveForms({ draft, rights, user, writers }: Pick<Props, 'draft' | 'rights' | 'user' | 'writers'>) {
  const page = `/admin/drafts/${draft.id}`
  const others = writers.filter(({ id }) => id !== draft.author && id !== user.id)
  return (
    <>
      {rights.own ? null : (
        <DeskForm action={moveTo} page={page}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="to" value={user.id} />
          <button type="submit" className="quiet">
            Take it over
          </button>
        </DeskForm>
      )}
      {others.length === 0 ? null : (
        <details>
          <summary>Hand it on…</summary>
          <DeskForm action={moveTo} page={page}>
            <input type="hidden" name="draft" value={draft.id} />
            <Field
              name="to"
              label="To"
              options={others.map(({ id, name }) => ({ value: id, label: name }))}
              empty="Choose…"
            />
            <button type="submit" className="quiet">
              Hand it on
            </button>
          </DeskForm>
        </details>
      )}
    </>
  )
}
