import { now } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openSite } from '@/app/_server/site'
import { type Db, database } from '@/db/client'
import { listRemoved } from '@/db/queries/desk/removed-record'
import { listRecords, listSources } from '@/db/queries/record'
import { listUsers } from '@/db/queries/user'
import { mayAct, mayActSomewhere } from '@/lib/auth/roles'
import { type Dossier, type Locale, type RecordKind, say, siteId, type Text } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../_components/DeskForm'
import { EditButton } from '../_components/EditButton'
import { Field } from '../_components/Field'
import { TabTitle } from '../_components/TabTitle'
import { editListed, startRecord } from '../history/action'
import { Removed } from './Removed'
import { isRemovable } from './remove/removable'

/** Everything but reports: the site, the dossier, its rules, changes and actors, and the publishers; and what was removed. */
export default async function RecordsPage({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const { user } = await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const q = ([(await searchParams).q].flat()[0] ?? '').trim()
  const { db } = await database()
  const [{ dossiers, site }, sources, removed, users] = await Promise.all([
    openSite(),
    listSources(db),
    listRemoved(db, { at: now() }),
    listUsers(db),
  ])
  const open = await Promise.all(dossiers.map((dossier) => recordsOf(db, dossier)))
  const page = q === '' ? '/admin/records' : `/admin/records?${new URLSearchParams({ q })}`
  const list = {
    ...{ t, locale, q },
    mayRemove: (dossier: string) => mayAct(user, 'editor', dossier),
    // Of a dossier the next id is nobody's yet: it takes a role for the site.
    mayRename: (kind: RecordKind, dossier: string) => mayAct(user, 'editor', kind === 'dossier' ? '' : dossier),
  }
  return (
    <main id="main">
      <TabTitle of={t('records.title')} />
      <header className="desk-head">
        <h1>{t('records.title')}</h1>
        <form className="inline" method="get" action="/admin/records">
          <label>
            {t('records.nameOrId')}
            <input name="q" defaultValue={q} />
          </label>
          <button type="submit">{t('records.find')}</button>
        </form>
      </header>
      {mayActSomewhere(user, 'reviewer') ? (
        <p className="buttons">
          {mayAct(user, 'editor') ? <a href="/admin/dossiers/new">{t('home.beginAnother')}</a> : null}
          <a href="/admin/porting">{t('porting.title')}</a>
        </p>
      ) : null}
      <DeskForm action={editListed} id="edit" page={page}>
        {null}
      </DeskForm>
      {isNamed(q, siteId, site.name) ? (
        <section className="desk-section">
          <h2>{t('records.list.site')}</h2>
          <ul className="records">
            <li>
              <a href={`/admin/history?${new URLSearchParams({ kind: 'site', dossier: '', id: siteId })}`}>
                {say(site.name, locale).text}
              </a>{' '}
              <EditButton kind="site" dossier="" id={siteId} title={say(site.name, locale).text} />
            </li>
          </ul>
          <p className="hint">{t('site.lead')}</p>
        </section>
      ) : null}
      {open.map((one) => (
        <section key={one.dossier.id} className="desk-section">
          <h2>{say(one.dossier.title, locale).text}</h2>
          {mayAct(user, 'author', one.dossier.id) ? (
            <p>
              <a className="button" href={`/admin/rules/new?dossier=${one.dossier.id}`}>
                {t('nextRule.title')}
              </a>
            </p>
          ) : null}
          {one.lists.map(({ kind, records }) => (
            <List key={kind} kind={kind} dossier={one.dossier.id} records={records} {...list} />
          ))}
          <DeskForm action={startRecord} className="inline" page={`/admin/records?of=${one.dossier.id}`}>
            <input type="hidden" name="dossier" value={one.dossier.id} />
            <Field
              name="kind"
              id={`f-kind-${one.dossier.id}`}
              label={t('records.new')}
              options={(['rule', 'change', 'actor'] as const).map((kind) => ({
                value: kind,
                label: t(`kind.${kind}`),
              }))}
              empty={t('form.choose')}
              size="short"
            />
            <Field
              name="name"
              id={`f-name-${one.dossier.id}`}
              label={t('records.itsName')}
              hint={t('records.idOfName')}
            />
            <button type="submit">{t('records.start')}</button>
          </DeskForm>
        </section>
      ))}
      <section className="desk-section">
        <h2>{t('records.publishers')}</h2>
        <List kind="source" dossier="" records={sources.map(({ id, name }) => ({ id, said: name }))} {...list} />
        <DeskForm action={startRecord} className="inline" page="/admin/records?of=publishers">
          <input type="hidden" name="dossier" value="" />
          <input type="hidden" name="kind" value="source" />
          <Field name="name" label={t('records.newPublisher')} hint={t('records.idOfName')} />
          <button type="submit">{t('records.start')}</button>
        </DeskForm>
      </section>
      <Removed removed={removed} people={new Map(users.map(({ id, name }) => [id, name]))} />
    </main>
  )
}

/** The records of a dossier but for its reports, kind by kind. */
async function recordsOf(db: Db, dossier: Dossier) {
  const [rules, changes, actors] = await Promise.all([
    listRecords(db, 'rule', dossier.id),
    listRecords(db, 'change', dossier.id),
    listRecords(db, 'actor', dossier.id),
  ])
  const lists: { kind: RecordKind; records: Named[] }[] = [
    { kind: 'dossier', records: [{ id: dossier.id, said: dossier.title }] },
    { kind: 'rule', records: rules.map(({ id, title }) => ({ id, said: title })) },
    { kind: 'change', records: changes.map(({ id, title }) => ({ id, said: title })) },
    { kind: 'actor', records: actors.map(({ id, name }) => ({ id, said: name })) },
  ]
  return { dossier, lists }
}

interface Named {
  id: string
  said: Text
}

interface ListProps {
  t: DeskWords
  locale: Locale
  kind: RecordKind
  dossier: string
  records: Named[]
  /** Only what has this in its names or its id. */
  q: string
  mayRemove: (dossier: string) => boolean
  mayRename: (kind: RecordKind, dossier: string) => boolean
}

function List({ t, locale, kind, dossier, records, q, mayRemove, mayRename }: ListProps) {
  const found = records.filter(({ id, said }) => isNamed(q, id, said))
  if (q !== '' && found.length === 0) return null
  return (
    <details open={q !== '' || kind === 'dossier' || kind === 'change' || kind === 'rule'}>
      <summary>
        {t(`records.list.${kind}`)} <span className="hint">{found.length}</span>
      </summary>
      <ul className="records">
        {found.map(({ id, said }) => {
          const title = say(said, locale).text
          const address = new URLSearchParams({ kind, dossier, id })
          return (
            <li key={id}>
              <a href={`/admin/history?${address}`}>{title}</a> <code className="hint">{id}</code>{' '}
              <EditButton kind={kind} dossier={dossier} id={id} title={title} />{' '}
              {isRemovable(kind) && mayRemove(dossier) ? (
                <>
                  {mayRename(kind, dossier) ? (
                    <>
                      <a href={`/admin/records/rename?${address}`} aria-label={t('newId.tab', { title })}>
                        {t('newId.rename')}
                      </a>{' '}
                    </>
                  ) : null}
                  {kind === 'source' || kind === 'actor' ? (
                    <>
                      <a href={`/admin/records/merge?${address}`} aria-label={t('newId.mergeTab', { title })}>
                        {t('newId.merge')}
                      </a>{' '}
                    </>
                  ) : null}
                  <a
                    href={`/admin/records/remove?${address}`}
                    aria-label={t(kind === 'dossier' ? 'records.removeOneWhole' : 'records.removeOne', { title })}
                  >
                    {t(kind === 'dossier' ? 'records.removeWhole' : 'records.remove')}
                  </a>
                </>
              ) : null}
            </li>
          )
        })}
      </ul>
    </details>
  )
}

const plain = (text: string): string => text.normalize('NFKC').toLowerCase()

function isNamed(q: string, id: string, said: Text): boolean {
  const names = typeof said === 'string' ? [said] : Object.values(said)
  return [id, ...names].some((name) => name !== undefined && plain(name).includes(plain(q)))
}
