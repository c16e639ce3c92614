import type { OpenDraft } from '@/db/queries/draft'
import type { Schedule } from '@/db/queries/newsroom/schedule'
import type { User } from '@/db/queries/user'
import { mayActSomewhere } from '@/lib/auth/roles'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { cancel } from '../publish/action'

interface Props {
  waiting: Schedule[]
  settled: Schedule[]
  drafts: OpenDraft[]
  names: Map<string, string>
  user: User
}

/** Publications at a set time: those that wait, and what became of the last ones. */
export function Scheduled({ waiting, settled, drafts, names, user }: Props) {
  if (waiting.length === 0 && settled.length === 0) return null
  const titles = (schedule: Schedule) =>
    schedule.drafts.flatMap(({ id }) => drafts.find((draft) => draft.id === id)?.title ?? []).join(', ')
  return (
    <section className="desk-section" aria-labelledby="scheduled">
      <h2 id="scheduled">At a set time</h2>
      {waiting.length === 0 ? <p className="hint">Nothing waits for its time.</p> : null}
      <ul className="revisions">
        {waiting.map((schedule) => (
          <li key={schedule.id}>
            <strong>
              {schedule.localTime.replace('T', ' ')} {schedule.zone}
            </strong>{' '}
            (<Moment at={schedule.due} />
            ), {names.get(schedule.by) ?? schedule.by}: {titles(schedule) || schedule.reason}
            {mayActSomewhere(user, 'editor') ? (
              <DeskForm action={cancel} page="/admin">
                <input type="hidden" name="schedule" value={schedule.id} />
                <button type="submit" className="quiet">
                  Call it off
                </button>
              </DeskForm>
            ) : null}
          </li>
        ))}
      </ul>
      {settled.length > 0 ? (
        <details>
          <summary>The last ones</summary>
          <ul className="revisions">
            {settled.map((schedule) => (
              <li key={schedule.id}>
                {schedule.localTime.replace('T', ' ')} {schedule.zone}: {schedule.reason}.{' '}
                {schedule.state === 'published' ? `Published as edition ${schedule.edition}.` : null}
                {schedule.state === 'cancelled' ? 'Called off.' : null}
                {schedule.state === 'held' ? <span className="said">Held: {schedule.held}</span> : null}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
