import { deskWords } from '@/app/_server/desk-words'
import type { Draft } from '@/db/queries/draft'
import { recordText } from '@/lib/forms/file-form'
import { Attempt } from '../../_components/Attempt'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { Version } from '../../_components/SaveStatus'
import { saveYaml } from './action'
import { SaveButtons } from './SaveButtons'

/** Rules, changes, actors, publishers and the dossier itself are edited in their file form. */
export async function YamlForm({ draft, writer }: { draft: Draft; writer: string | null }) {
  const t = await deskWords()
  const { id, kind, data } = draft
  if (data === null) return <p className="notice">{t('draft.removes')}</p>
  const text = recordText(data)
  if (writer === null) return <pre className="file">{text}</pre>
  return (
    <DeskForm action={saveYaml} page={`/admin/drafts/${id}`} keep={{ user: writer, name: `draft ${id}` }} savesItself>
      <input type="hidden" name="draft" value={id} />
      <input type="hidden" name="writer" value={writer} />
      <Version value={draft.version} />
      <Attempt />
      <Field
        name="text"
        label={t('draft.fileForm', { kind: t(`kind.${kind}`) })}
        hint={t('draft.fileHint')}
        value={text}
        rows={28}
        size="file"
      />
      <SaveButtons />
    </DeskForm>
  )
}
