import type { Draft } from '@/db/queries/draft'
import type { DraftComment } from '@/db/queries/newsroom/comment'
import { fieldChanges } from '@/lib/content/field-changes'
import { DeskForm } from '../../../_components/DeskForm'
import { Field } from '../../../_components/Field'
import { fieldLabel } from '../../../_components/field-label'
import { Moment } from '../../../_components/Moment'
import { comment, resolve } from './action'

interface Props {
  draft: Draft
  comments: DraftComment[]
  names: Map<string, string>
  mayComment: boolean
}

/** Most fields that a comment can be put to by choice; beyond them it stands at the whole. */
const mostFields = 300

/** What was said of a draft, field by field, and the form to say more. */
export function Comments({ draft, comments, names, mayComment }: Props) {
  const page = `/admin/drafts/${draft.id}`
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null)
  const settled = comments.filter(({ resolvedAt }) => resolvedAt !== null)
  const fields = draft.data === null ? [] : fieldChanges(draft.kind, null, Object(draft.data)).slice(0, mostFields)
  const item = (one: DraftComment) => (
    <li key={one.id} id={`comment-${one.id}`}>
      <p className="hint">
        {names.get(one.by) ?? one.by}, <Moment at={one.at} />
        {one.field ? (
          <>
            , on <a href={`#f-${one.field}`}>{fieldLabel(one.field)}</a>
          </>
        ) : null}
      </p>
      <p className="said">{one.text}</p>
      {one.resolvedAt === null && mayComment ? (
        <DeskForm action={resolve} page={page}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="comment" value={one.id} />
          <button type="submit" className="quiet">
            Dealt with
          </button>
        </DeskForm>
      ) : null}
    </li>
  )
  if (comments.length === 0 && !mayComment) return null
  return (
    <section className="review" aria-labelledby="comments">
      <h2 id="comments">Comments</h2>
      {open.length > 0 ? <ol className="comments">{open.map(item)}</ol> : null}
      {settled.length > 0 ? (
        <details>
          <summary>{settled.length} dealt with</summary>
          <ol className="comments">{settled.map(item)}</ol>
        </details>
      ) : null}
      {mayComment ? (
        <details>
          <summary>Comment…</summary>
          <DeskForm action={comment} page={page}>
            <input type="hidden" name="draft" value={draft.id} />
            <Field
              name="field"
              label="On"
              options={fields.map(({ path }) => ({ value: path, label: fieldLabel(path) }))}
              empty="The whole"
            />
            <Field name="text" id="f-comment" label="Comment" rows={3} />
            <button type="submit" className="quiet">
              Comment
            </button>
          </DeskForm>
        </details>
      ) : null}
    </section>
  )
}
