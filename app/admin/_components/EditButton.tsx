import { deskWords } from '@/app/_server/desk-words'

interface Props {
  kind: string
  /** '' : a publisher. */
  dossier: string
  id: string
  title: string
  /** What it says; left out: Edit. */
  says?: string
}

/** Opens a draft of a record. It belongs to the form `edit` of its page (`EditForm`), and may stand within another one. */
export async function EditButton({ kind, dossier, id, title, says }: Props) {
  const t = await deskWords()
  return (
    <button type="submit" form="edit" name="record" value={`${kind}/${dossier}/${id}`} className="quiet">
      {says ?? t('records.edit')}
      <span className="unseen-text"> {title}</span>
    </button>
  )
}
