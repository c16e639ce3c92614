import { deskWords, siteNameHere } from '@/app/_server/desk-words'

/** The title of a tab by what its page shows. Metadata cannot tell it: at the desk it asks for no role, and reads nothing. */
export async function TabTitle({ of }: { of: string }) {
  const [t, site] = [await deskWords(), await siteNameHere()]
  return <title>{t('frame.tab', { page: of, site })}</title>
}
