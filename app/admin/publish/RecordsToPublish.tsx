import type { User } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { fieldName } from '@/lib/model'
import { fieldLabel } from '../_components/field-label'
import { Warnings } from '../_components/Problems'
import type { LeftOut, Pair, Publication } from './publication'
import { RecordChanges } from './RecordChanges'

interface Props {
  publication: Publication
  user: User
  names: Map<string, string>
}

/** The edition as it is put together: what goes into it, what cannot, and what else could, each to be ticked. */
export function RecordsToPublish({ publication: { pairs, leftOut, along, others, checks }, user, names }: Props) {
  const offered = others.filter(({ dossier }) => mayAct(user, 'author', dossier))
  const warningsFor = ({ draft: { dossier, kind, recordId } }: Pair) =>
    checks
      .filter(({ compiled }) => (compiled?.dossier.id ?? '') === dossier)
      .flatMap(({ warnings }) => warnings.filter((one) => one.kind === kind && one.id === recordId))
  return (
    <form method="get" action="/admin/publish" className="desk-section">
      <h2>Records</h2>
      <ul className="to-publish">
        {pairs.map((pair) => (
          <li key={pair.draft.id}>
            <Tick id={pair.draft.id} title={pair.draft.title} ticked />
            <span className="hint">
              {pair.draft.kind} <code>{pair.draft.recordId}</code>, {whatBecomes(pair)}
              {along.has(pair.draft.id) ? `; goes along, because “${along.get(pair.draft.id)}” needs it` : ''}
            </span>
            <Warnings warnings={warningsFor(pair)} page={`/admin/drafts/${pair.draft.id}`} />
            <RecordChanges draft={pair.draft} published={pair.published} />
          </li>
        ))}
        {leftOut.map((one) => (
          <li key={one.draft.id} className="left-out">
            <Tick id={one.draft.id} title={one.draft.title} ticked />
            <span className="hint">
              {one.draft.kind} <code>{one.draft.recordId}</code>, left out
            </span>
            <Reasons {...one} />
          </li>
        ))}
      </ul>
      {offered.length > 0 ? (
        <details>
          <summary>
            {offered.length} more open {offered.length === 1 ? 'draft' : 'drafts'}
          </summary>
          <ul className="to-publish">
            {offered.map(({ id, title, kind, author, state }) => (
              <li key={id}>
                <Tick id={id} title={title} />
                <span className="hint">
                  {kind}, by {names.get(author) ?? author}
                  {state === 'approved' ? ', approved' : ''}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p>
        <button type="submit" className="quiet">
          Put together what is ticked
        </button>
      </p>
    </form>
  )
}

const Tick = ({ id, title, ticked = false }: { id: string; title: string; ticked?: boolean }) => (
  <>
    <input type="checkbox" name="draft" value={id} id={`tick-${id}`} defaultChecked={ticked} aria-label={title} />{' '}
    <a href={`/admin/drafts/${id}`}>{title}</a>{' '}
  </>
)

const Reasons = ({ draft, problems, why }: LeftOut) => (
  <ul className="wrong">
    {why.map((reason) => (
      <li key={reason}>{reason}</li>
    ))}
    {problems.map(({ path, message }) => {
      const name = fieldName(path)
      return (
        <li key={`${name} ${message}`}>
          <a href={`/admin/drafts/${draft.id}#f-${name}`}>{name ? fieldLabel(name) : draft.kind}</a> {message}
        </li>
      )
    })}
  </ul>
)

function whatBecomes({ draft: { data }, published }: Pair): string {
  if (data === null) return 'removed'
  if (typeof data === 'object' && 'retracted' in data) return 'retracted'
  return published ? 'changed' : 'new'
}
