import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { findDossier } from '@/app/_server/site'
import { say } from '@/lib/model'

interface Props {
  /** The kind in words. */
  kind: string
  /** The dossier in which it stands; '' for what belongs to all, the id itself for a dossier. */
  dossier: string
  /** Left out for what there is one of. */
  id?: string | undefined
}

/** The line over the name of a record: its kind, its dossier by name, and its id as addresses write it. */
export async function RecordPlace({ kind, dossier, id }: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const found = dossier === '' ? null : await findDossier(dossier)
  const place = dossier === '' ? t('records.allDossiers') : found ? say(found.dossier.title, locale).text : dossier
  return (
    <p className="smallcaps">
      {kind}
      {id === undefined || id === dossier ? null : <> · {place}</>}
      {id === undefined ? null : (
        <>
          {' '}
          · <code>{id}</code>
        </>
      )}
    </p>
  )
}
