import { deskLocale, deskWords } from '@/app/_server/desk-words'
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
export async function Comments({ draft, comments, names, mayComment }: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const page = `/admin/drafts/${draft.id}`
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null)
  const settled = comments.filter(({ resolvedAt }) => resolvedAt !== null)
  const fields = draft.data === null ? [] : fieldChanges(draft.kind, null, Object(draft.data)).slice(0, mostFields)
  const item = (one: DraftComment) => (
    <li key={one.id} id={`comment-${one.id}`}>
      <p className="hint">
        {t.rich(one.field ? 'review.byOn' : 'review.by', {
          who: names.get(one.by) ?? one.by,
          when: () => <Moment at={one.at} />,
          field: () => <a href={`#f-${one.field}`}>{fieldLabel(locale, one.field)}</a>,
        })}
      </p>
      <p className="said">{one.text}</p>
      {one.resolvedAt === null && mayComment ? (
        <DeskForm action={resolve} page={page}>
          <input type="hidden" name="draft" value={draft.id} />
          <input type="hidden" name="comment" value={one.id} />
          <button type="submit" className="quiet">
            {t('review.dealtWith')}
          </button>
        </DeskForm>
      ) : null}
    </li>
  )
  if (comments.length === 0 && !mayComment) return null
  return (
    <section className="review" aria-labelledby="comments">
      <h2 id="comments">{t('review.comments')}</h2>
      {open.length > 0 ? <ol className="comments">{open.map(item)}</ol> : null}
      {settled.length > 0 ? (
        <details>
          <summary>{t('review.settled', { count: settled.length })}</summary>
          <ol className="comments">{settled.map(item)}</ol>
        </details>
      ) : null}
      {mayComment ? (
        <details>
          <summary>{t('review.commentOpen')}</summary>
          <DeskForm action={comment} page={page}>
            <input type="hidden" name="draft" value={draft.id} />
            <Field
              name="field"
              label={t('review.on')}
              options={fields.map(({ path }) => ({ value: path, label: fieldLabel(locale, path) }))}
              empty={t('review.whole')}
            />
            <Field name="text" id="f-comment" label={t('review.comment')} rows={3} />
            <button type="submit" className="quiet">
              {t('review.comment')}
            </button>
          </DeskForm>
        </details>
      ) : null}
    </section>
  )
}
