import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { findEdition } from '@/db/queries/edition'
import { reasonInWords } from '@/lib/words/edition-words'
import { translator } from '@/lib/words/messages'
import { DeskForm } from '../../_components/DeskForm'
import { Moment } from '../../_components/Moment'
import { TabTitle } from '../../_components/TabTitle'
import { undo } from './action'

/** Asks before drafts are made that bring back the state before an edition. */
export default async function UndoPage({ searchParams }: { searchParams: Promise<{ edition?: string }> }) {
  await requireRole('editor')
  const t = await deskWords()
  const { edition: asked = '' } = await searchParams
  const { db } = await database()
  const edition = (/^\d{1,9}$/.test(asked) ? await findEdition(db, Number(asked)) : null) ?? notFound()
  const { records } = edition.summary
  const isWhole = (records.dossier?.removed ?? 0) > 0
  const count = Object.values(records).reduce((sum, { removed }) => sum + removed, 0)
  return (
    <main id="main">
      <TabTitle of={t('editions.undoTab')} />
      <header className="desk-head">
        <h1>{t('editions.undoTitle', { number: edition.number })}</h1>
        <p className="hint">
          {t.rich('editions.undoReason', {
            reason: reasonInWords(translator(await deskLocale()), edition.reason),
            when: () => <Moment at={edition.publishedAt} />,
          })}
        </p>
      </header>
      <p>{isWhole ? t('editions.undoWholeText', { count }) : t('editions.undoText')}</p>
      <DeskForm action={undo} page={`/admin/editions/undo?edition=${edition.number}`}>
        <input type="hidden" name="edition" value={edition.number} />
        <p className="buttons">
          <button type="submit">{t(isWhole ? 'editions.undoWhole' : 'editions.undoMake')}</button>
          <a href="/admin/editions">{t('editions.undoBack')}</a>
        </p>
      </DeskForm>
    </main>
  )
}
