import type { Rights } from '@/lib/auth/roles'
import { roles, siteRoles } from '@/lib/auth/roles'
import { type Dossier, type Locale, say } from '@/lib/model'
import type { DeskWords } from '@/lib/words/desk-messages'
import { Field } from '../_components/Field'
import { withinName } from './role-form'

interface Props {
  t: DeskWords
  locale: Locale
  dossiers: readonly Dossier[]
  rights: Rights
}

/** The role for the whole site, and beside it one for each dossier where that is wanted. */
export function RoleFields({ t, locale, dossiers, rights }: Props) {
  const label = (role: (typeof siteRoles)[number]) => t(`people.roleChoice.${role}`)
  return (
    <>
      <Field
        name="role"
        label={t('people.siteRole')}
        value={rights.role}
        options={siteRoles.map((role) => ({ value: role, label: label(role) }))}
      />
      {dossiers.length > 0 ? (
        <details open={Object.keys(rights.dossierRoles).length > 0}>
          <summary>{t('people.perDossier')}</summary>
          <p className="hint">{t('people.perDossierHint')}</p>
          <div className="grid">
            {dossiers.map(({ id, title }) => (
              <Field
                key={id}
                name={withinName(id)}
                label={say(title, locale).text}
                value={rights.dossierRoles[id] ?? ''}
                options={roles.map((role) => ({ value: role, label: label(role) }))}
                empty={t('people.asForSite')}
              />
            ))}
          </div>
        </details>
      ) : null}
    </>
  )
}
