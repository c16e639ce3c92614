import { deskWords } from '@/app/_server/desk-words'

interface Props {
  hasDossiers: boolean
  /** Whether the person has begun a dossier that is no draft yet. */
  hasBegun: boolean
  mayBegin: boolean
}

/** The way to a dossier's five questions, for those who may begin one. */
export async function BeginLink({ hasDossiers, hasBegun, mayBegin }: Props) {
  if (!mayBegin) return null
  const t = await deskWords()
  return (
    <a className={hasDossiers && !hasBegun ? undefined : 'button'} href="/admin/dossiers/new">
      {hasBegun ? t('home.beginGoOn') : hasDossiers ? t('home.beginAnother') : t('home.beginFirst')}
    </a>
  )
}
