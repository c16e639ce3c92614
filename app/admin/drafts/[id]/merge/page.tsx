import { notFound } from 'next/navigation'
import { stringify } from 'yaml'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listUsers } from '@/db/queries/user'
import { type MergePart, mergeParts } from '@/lib/forms/merge'
import { say } from '@/lib/model'
import { wordChanges } from '@/lib/words/word-changes'
import { DeskForm } from '../../../_components/DeskForm'
import { fieldLabel } from '../../../_components/field-label'
import { TabTitle } from '../../../_components/TabTitle'
import { rightsOn } from '../rights'
import { merge } from './action'
import { readTexts } from './texts'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<{ from?: string }>
}

/** Two texts of one record beside each other, part by part, to be made one. */
export default async function MergePage({ params, searchParams }: Props) {
  const { user } = await requireRole('author')
  const t = await deskWords()
  const [{ id }, { from = '' }] = await Promise.all([params, searchParams])
  const sides = (await readTexts(id, from)) ?? notFound()
  const { draft, base, theirs, from: other, published } = sides
  if (!rightsOn(user, draft).write) notFound()
  const { db } = await database()
  const names = new Map((await listUsers(db)).map((one) => [one.id, one.name]))
  const parts = mergeParts(base, draft.data, theirs)
  const theirName = other
    ? t('merge.theirDraft', { who: names.get(other.author) ?? other.author })
    : t('merge.published', { revision: published ?? '' })
  const page = `/admin/drafts/${id}/merge?${new URLSearchParams(from ? { from } : {})}`
  return (
    <main id="main">
      <TabTitle of={t('merge.tab')} />
      <header className="desk-head">
        <h1>{t('merge.title', { title: say(draft.titles, await deskLocale()).text })}</h1>
        <p className="hint">{t('merge.lead')}</p>
      </header>
      <DeskForm action={merge} page={page}>
        <input type="hidden" name="draft" value={id} />
        <input type="hidden" name="version" value={draft.version} />
        <input type="hidden" name="from" value={from} />
        <input type="hidden" name="fromVersion" value={other?.version ?? ''} />
        <input type="hidden" name="published" value={published ?? ''} />
        {parts.length === 0 ? <p className="notice">{t('merge.same')}</p> : null}
        {parts.map((part) => (
          <Part key={part.path} part={part} mine={t('merge.mine')} theirs={theirName} />
        ))}
        {other ? (
          <p>
            <label>
              <input type="checkbox" name="discard" value="yes" defaultChecked /> {t('merge.discardOther')}
            </label>
          </p>
        ) : null}
        <p className="buttons">
          <button type="submit">{t('merge.submit')}</button>
          <a href={`/admin/drafts/${id}`}>{t('merge.back')}</a>
        </p>
      </DeskForm>
    </main>
  )
}

async function Part({ part, mine, theirs }: { part: MergePart; mine: string; theirs: string }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { path, clashes, areLists, suggested } = part
  const choices = [
    { value: 'mine', label: mine, text: textOf(part.mine), beside: textOf(part.theirs) },
    { value: 'theirs', label: theirs, text: textOf(part.theirs), beside: textOf(part.mine) },
  ]
  return (
    <fieldset className="merge-part">
      <legend>
        {fieldLabel(locale, path)} {clashes ? <span className="hint">{t('merge.both')}</span> : null}
      </legend>
      <div className="panes even">
        {choices.map(({ value, label, text, beside }) => (
          <div key={value}>
            <label>
              <input type="radio" name={`take.${path}`} value={value} defaultChecked={suggested === value} /> {label}
            </label>
            <p className="file">
              <Marked text={text} beside={beside} kind={value === 'mine' ? 'taken' : 'added'} />
            </p>
          </div>
        ))}
      </div>
      {areLists ? (
        <label>
          <input type="radio" name={`take.${path}`} value="both" /> {t('merge.takeBoth')}
        </label>
      ) : null}
    </fieldset>
  )
}

/** A text with the words marked that the other does not have. */
function Marked({ text, beside, kind }: { text: string; beside: string; kind: 'taken' | 'added' }) {
  if (text === '') return <span className="soft">–</span>
  const stretches = kind === 'taken' ? wordChanges(text, beside) : wordChanges(beside, text)
  let at = 0
  return stretches
    .filter((stretch) => stretch.kind === 'kept' || stretch.kind === kind)
    .map((stretch) => {
      const key = at
      at += stretch.text.length
      return stretch.kind === 'kept' ? <span key={key}>{stretch.text}</span> : <mark key={key}>{stretch.text}</mark>
    })
}

const textOf = (value: unknown): string => {
  if (value === undefined || value === null) return ''
  return typeof value === 'string' ? value : stringify(value, { lineWidth: 0 }).trimEnd()
}
