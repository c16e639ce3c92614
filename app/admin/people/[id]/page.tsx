import { notFound } from 'next/navigation'
import { now } from '@/app/_server/clock'
import { deskReading, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { identityProvider } from '@/app/_server/sign-in/identity-provider'
import { openSite } from '@/app/_server/site'
import { hasMail } from '@/app/_server/wire/keys'
import { database } from '@/db/client'
import { listIdentities } from '@/db/queries/people/identity'
import { listPasskeys } from '@/db/queries/people/passkey'
import { listPeople } from '@/db/queries/people/person'
import { hasSecondFactor } from '@/db/queries/people/second-factor'
import { isProved } from '@/lib/auth/proof'
import { DeskForm } from '../../_components/DeskForm'
import { Moment } from '../../_components/Moment'
import { ProofField } from '../../_components/proof/ProofField'
import { TabTitle } from '../../_components/TabTitle'
import { RoleFields } from '../RoleFields'
import { Access } from './Access'
import { changeRoles } from './action'
import { Drafts } from './Drafts'
import { GivenLink } from './GivenLink'
import { Identities } from './Identities'
import { Said } from './Said'

interface Props {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One person: roles, ways in, what is left of them. */
export default async function PersonPage({ params, searchParams }: Props) {
  const signedIn = await requireRole('admin', '')
  const [{ id }, asked] = [await params, await searchParams]
  const [t, { locale }] = [await deskWords(), await deskReading()]
  const { db } = await database()
  const [people, { dossiers }] = await Promise.all([listPeople(db), openSite()])
  const person = people.find(({ user }) => user.id === id) ?? notFound()
  const { user, state, seenAt } = person
  const [page, isNeeded] = [`/admin/people/${id}`, !isProved(signedIn.session, now())]
  const [factor, passkeys, identities] = await Promise.all([
    hasSecondFactor(db, id),
    listPasskeys(db, id),
    listIdentities(db, id),
  ])
  const [hasFactor, provider] = [factor || passkeys.length > 0, identityProvider()]
  return (
    <main id="main">
      <TabTitle of={user.name} />
      <header className="desk-head">
        <p className="smallcaps">
          <a href="/admin/people">{t('people.title')}</a>
        </p>
        <h1>{user.name}</h1>
        <p className="hint">
          {t.rich('people.facts', {
            login: user.login,
            state: t(`people.states.${state}`),
            since: () => <Moment at={user.createdAt} />,
            seen: () => (seenAt ? <Moment at={seenAt} /> : t('people.never')),
          })}
        </p>
        <p className="buttons">
          <a href={`/admin/audit?by=${id}`}>{t('people.didWhat')}</a>
          <a href={`/admin/audit?subject=${id}`}>{t('people.wasDone')}</a>
        </p>
      </header>
      <Said t={t} asked={asked} people={people} />
      <GivenLink t={t} user={id} by={signedIn.user.id} mailed={asked.mailed} />
      <section className="desk-section">
        <h2>{t('people.rolesHeading')}</h2>
        <p className="hint">{t('people.rolesHint')}</p>
        <DeskForm action={changeRoles} page={page}>
          <input type="hidden" name="person" value={id} />
          <RoleFields t={t} locale={locale} dossiers={dossiers} rights={user} />
          <ProofField isNeeded={isNeeded} />
          <p>
            <button type="submit">{t('people.giveRoles')}</button>
          </p>
        </DeskForm>
      </section>
      <Access {...{ t, person, hasMail: hasMail(), hasFactor, isNeeded, page }} />
      {provider || identities.length > 0 ? (
        <Identities {...{ t, user: id, identities, provider, isNeeded, page }} />
      ) : null}
      <Drafts t={t} person={person} others={people} page={page} />
    </main>
  )
}
