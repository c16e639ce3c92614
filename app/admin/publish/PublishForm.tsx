import type { Draft } from '@/db/queries/draft'
import { DeskForm } from '../_components/DeskForm'
import { Field, Tick } from '../_components/Field'
import { publish } from './action'
import { addressOf } from './publication'

interface Props {
  /** Those that are ready. */
  drafts: readonly Draft[]
  /** How many cannot go along. */
  leftOut: number
  mayPublish: boolean
  /** The titles of reports whose day is still to come. */
  toCome: readonly string[]
  /** The time zone on whose clocks a time is set. */
  zone: string
}

/** The buttons that publish what is ready as one edition, now or at a set time, for those who may. */
export const PublishForm = ({ drafts, leftOut, mayPublish, toCome, zone }: Props) => (
  <section className="desk-section">
    <h2>Publish as one edition</h2>
    {drafts.length === 0 ? (
      <p className="notice">Nothing is ready: see beside each record what is still to be put right.</p>
    ) : mayPublish ? (
      <DeskForm action={publish} page={addressOf(drafts)}>
        {drafts.map(({ id, version }) => (
          <input key={id} type="hidden" name={`draft.${id}`} value={version} />
        ))}
        <input type="hidden" name="zone" value={zone} />
        {leftOut > 0 ? (
          <p className="notice">
            {sayCount(drafts.length)} will be published; {sayCount(leftOut)} stay drafts.
          </p>
        ) : null}
        <Field
          name="reason"
          label="Why"
          hint="A short line for the history, for readers to see; it is also the note of correction on a published report that says something else now without a note of its own"
        />
        {toCome.length > 0 ? (
          <Tick
            name="confirm"
            label={`Publish it though its day is still to come: ${toCome.map((title) => `“${title}”`).join(', ')}`}
            hint="It is on its page and in the timeline at once, and in no feed before its day"
          />
        ) : null}
        <p>
          <button type="submit" name="when" value="now">
            Publish
          </button>
        </p>
        <details>
          <summary>At a set time…</summary>
          <Field
            name="time"
            type="datetime-local"
            label={`When, on the clocks of ${zone}`}
            hint="What was saved again by then, or is unsound by then, is held, and you and its author are told"
          />
          <button type="submit" name="when" value="later" className="quiet">
            Publish at that time
          </button>
        </details>
      </DeskForm>
    ) : (
      <p className="notice">
        An editor publishes what you have written. Hand it in from its draft: it then waits on their desks.
      </p>
    )}
  </section>
)

const sayCount = (count: number): string => `${count} ${count === 1 ? 'record' : 'records'}`
