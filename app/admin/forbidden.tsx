import { deskWords } from '@/app/_server/desk-words'
import { TabTitle } from './_components/TabTitle'

const command = 'npm run rulewire -- user role LOGIN ROLE'

/** The role does not suffice. */
export default async function DeskForbidden() {
  const t = await deskWords()
  return (
    <main id="main">
      <TabTitle of={t('frame.desk', { unread: 0 })} />
      <header className="desk-head">
        <h1>{t('frame.forbiddenTitle')}</h1>
      </header>
      <p>
        {t.rich('frame.forbiddenText', { command: () => <code>{command}</code> })}{' '}
        <a href="/admin">{t('frame.back')}</a>
      </p>
    </main>
  )
}
