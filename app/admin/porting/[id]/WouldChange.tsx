import { deskLocale, deskWords } from '@/app/_server/desk-words'
import type { ImportedRecord, ImportPreview } from '@/db/queries/porting/differences'
import { titleOf, titlesOf } from '@/lib/model'
import { RecordChanges } from '../../publish/RecordChanges'

const [mostNew, mostChanged] = [500, 100]

/** Record by record what an import would bring: what is new by its title, what changes field by field. */
export async function WouldChange({ preview: { changes, same } }: { preview: ImportPreview }) {
  const t = await deskWords()
  const added = changes.filter(({ before }) => before === null)
  const changed = changes.filter(({ before }) => before !== null)
  return (
    <section className="desk-section" id="would">
      <h2>{t('porting.would')}</h2>
      <p>
        {changes.length === 0
          ? t('porting.nothing')
          : t('porting.sum', { added: added.length, changed: changed.length, same })}
      </p>
      {changed.length > 0 ? (
        <>
          <h3>{t('porting.changed')}</h3>
          <ul className="to-publish">
            {changed.slice(0, mostChanged).map((one) => (
              <li key={`${one.key.kind} ${one.key.dossier} ${one.key.id}`}>
                <Named record={one} />
                <Fields record={one} />
              </li>
            ))}
            {changed.length > mostChanged ? (
              <li>{t('porting.more', { count: changed.length - mostChanged })}</li>
            ) : null}
          </ul>
        </>
      ) : null}
      {added.length > 0 ? (
        <>
          <h3>{t('porting.added')}</h3>
          <ul>
            {added.slice(0, mostNew).map((one) => (
              <li key={`${one.key.kind} ${one.key.dossier} ${one.key.id}`}>
                <Named record={one} />
              </li>
            ))}
            {added.length > mostNew ? <li>{t('porting.more', { count: added.length - mostNew })}</li> : null}
          </ul>
        </>
      ) : null}
    </section>
  )
}

async function Named({ record: { key, after } }: { record: ImportedRecord }) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <>
      {titleOf(after, locale) || key.id}{' '}
      <span className="hint">
        {t(`kind.${key.kind}`)} {key.dossier === '' || key.kind === 'dossier' ? null : <>{key.dossier} </>}
        <code>{key.id}</code>
      </span>
    </>
  )
}

async function Fields({ record: { key, before, after } }: { record: ImportedRecord }) {
  const titles = titlesOf(after)
  const published = before === null ? null : { record: before }
  return <RecordChanges draft={{ kind: key.kind, data: after, titles }} published={published} renamings={[]} />
}
