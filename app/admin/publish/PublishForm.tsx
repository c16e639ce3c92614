import type { Draft } from '@/db/queries/draft'
import { DeskForm } from '../_components/DeskForm'
import { Field } from '../_components/Field'
import { publish } from './action'
import { addressOf } from './publication'

interface Props {
  drafts: readonly Draft[]
  /** Whether nothing stands in the way. */
  isReady: boolean
  mayPublish: boolean
}

/** The button that publishes the drafts as one edition, for those who may. */
export const PublishForm = ({ drafts, isReady, mayPublish }: Props) => (
  <section className="desk-section">
    <h2>Publish as one edition</h2>
    {mayPublish ? (
      <DeskForm action={publish} page={addressOf(drafts)}>
        {drafts.map(({ id, version }) => (
          <input key={id} type="hidden" name={`draft.${id}`} value={version} />
        ))}
        <Field
          name="reason"
          label="Why"
          hint="A short line for the history, for readers to see; it is also the note of correction on a published report that says something else now without a note of its own"
        />
        <p>
          <button type="submit" disabled={!isReady}>
            Publish
          </button>
        </p>
      </DeskForm>
    ) : (
      <p className="notice">
        Your role is author: an editor publishes what you have written. It stands on every editor’s desk.
      </p>
    )}
  </section>
)
