import { deskWords } from '@/app/_server/desk-words'
import { TabTitle } from './_components/TabTitle'

/** Nothing of that name at the desk. */
export default async function DeskNotFound() {
  const t = await deskWords()
  return (
    <main id="main">
      <TabTitle of={t('frame.desk', { unread: 0 })} />
      <header className="desk-head">
        <h1>{t('frame.notFoundTitle')}</h1>
      </header>
      <p>
        {t('frame.notFoundText')} <a href="/admin">{t('frame.back')}</a>
      </p>
    </main>
  )
}
