import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { database } from '@/db/client'
import { type DraftEntry, readDraftStart } from '@/db/queries/draft'
import { mostItems, say, sayBytes } from '@/lib/model'
import { Moment } from '../../_components/Moment'
import { RecordPlace } from '../../_components/record/RecordPlace'
import { DiscardForm } from './DiscardForm'

const length = 20_000

/** A draft that no form can hold, from before there were bounds: it can be read, as far as a page goes, and discarded. */
export async function LargeDraft({ draft, mayDiscard }: { draft: DraftEntry; mayDiscard: boolean }) {
  const t = await deskWords()
  const { db } = await database()
  const start = await readDraftStart(db, { id: draft.id, length })
  return (
    <main id="main">
      <header className="desk-head">
        <RecordPlace kind={t(`kind.${draft.kind}`)} dossier={draft.dossier} id={draft.recordId} />
        <h1>{say(draft.titles, await deskLocale()).text}</h1>
        <p className="hint">
          {t.rich('draft.largeSaved', {
            version: draft.version,
            size: sayBytes(draft.bytes),
            when: () => <Moment at={draft.updatedAt} />,
          })}
        </p>
      </header>
      <p className="notice wrong">{t('draft.large', { kind: t(`kind.${draft.kind}`), most: mostItems })}</p>
      <pre className="file">{start}</pre>
      {start.length >= length ? <p className="hint">{t('draft.largeGoesOn')}</p> : null}
      {mayDiscard ? <DiscardForm id={draft.id} /> : null}
    </main>
  )
}
