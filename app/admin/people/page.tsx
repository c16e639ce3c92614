import { deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { listPeople, type PersonEntry } from '@/db/queries/people/person'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Moment } from '../_components/Moment'
import { TableHead } from '../_components/TableHead'
import { TabTitle } from '../_components/TabTitle'

/** Who works at the desk, with which roles. */
export default async function PeoplePage() {
  await requireRole('admin', '')
  const t = await deskWords()
  const { db } = await database()
  const people = await listPeople(db)
  return (
    <main id="main">
      <TabTitle of={t('people.title')} />
      <header className="desk-head">
        <h1>{t('people.title')}</h1>
        <p className="hint">{t('people.lead')}</p>
        <p className="buttons">
          <a className="button" href="/admin/people/invite">
            {t('people.invite')}
          </a>
        </p>
      </header>
      <table className="plain stack">
        <TableHead
          columns={[t('people.name'), t('people.login'), t('people.role'), t('people.state'), t('people.seen')]}
        />
        <tbody>
          {people.map((person) => (
            <Row key={person.user.id} t={t} {...person} />
          ))}
        </tbody>
      </table>
    </main>
  )
}

function Row({
  t,
  user: { id, name, login, role, dossierRoles },
  state,
  seenAt,
  drafts,
}: PersonEntry & { t: DeskWords }) {
  const within = Object.entries(dossierRoles)
  return (
    <tr>
      <td>
        <a href={`/admin/people/${id}`}>{name}</a>
      </td>
      <td data-column={t('people.login')}>{login}</td>
      <td data-column={t('people.role')}>
        {t(`people.roles.${role}`)}
        {within.map(([dossier, one]) => (
          <span key={dossier} className="hint">
            {' '}
            · {t('people.within', { dossier, role: t(`people.roles.${one}`) })}
          </span>
        ))}
      </td>
      <td data-column={t('people.state')}>
        {t(`people.states.${state}`)}
        {state === 'disabled' && drafts > 0 ? (
          <span className="hint"> {t('people.leftDrafts', { drafts })}</span>
        ) : null}
      </td>
      <td data-column={t('people.seen')}>{seenAt ? <Moment at={seenAt} /> : t('people.never')}</td>
    </tr>
  )
}
