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
export const EditButton = ({ kind, dossier, id, title, says = 'Edit' }: Props) => (
  <button type="submit" form="edit" name="record" value={`${kind}/${dossier}/${id}`} className="quiet">
    {says}
    <span className="unseen-text"> {title}</span>
  </button>
)
