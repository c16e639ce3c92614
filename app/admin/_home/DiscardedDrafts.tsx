import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { DiscardedEntry } from '@/db/queries/draft'
import { say } from '@/lib/model'
import { DeskForm } from '../_components/DeskForm'
import { Moment } from '../_components/Moment'
import { TableHead } from '../_components/TableHead'
import { bringBack } from '../action'

/** Drafts that were thrown away in the last thirty days, each with the way back. */
export async function DiscardedDrafts({ drafts }: { drafts: DiscardedEntry[] }) {
  if (drafts.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <section className="desk-section" id="discarded">
      <h2>{t('home.discarded')}</h2>
      <p className="hint">{t('home.discardedHint')}</p>
      <table className="plain stack">
        <TableHead columns={[t('home.record'), t('home.kind'), t('home.discarded'), { unseen: t('home.do') }]} />
        <tbody>
          {drafts.map(({ id, titles, kind, discardedAt }) => (
            <tr key={id}>
              <td>{say(titles, locale).text}</td>
              <td data-column={t('home.kind')}>{t(`kind.${kind}`)}</td>
              <td data-column={t('home.discarded')}>
                <Moment at={discardedAt} />
              </td>
              <td>
                <DeskForm action={bringBack} page={`/admin?back=${id}`}>
                  <input type="hidden" name="draft" value={id} />
                  <button
                    type="submit"
                    className="quiet"
                    aria-label={t('home.bringBackOne', { title: say(titles, locale).text })}
                  >
                    {t('home.bringBack')}
                  </button>
                </DeskForm>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
