import type { PersonEntry } from '@/db/queries/people/person'
import { mayActSomewhere } from '@/lib/auth/roles'
import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { handOn } from './action'

interface Props {
  t: DeskWords
  person: PersonEntry
  others: PersonEntry[]
  page: string
}

/** What a person is writing, to be handed on to somebody else. */
export function Drafts({ t, person: { user, drafts }, others, page }: Props) {
  const heirs = others.filter((one) => one.user.id !== user.id && one.state !== 'disabled')
  return (
    <section className="desk-section">
      <h2>{t('people.drafts', { drafts })}</h2>
      {drafts === 0 ? (
        <p className="hint">{t('people.noDrafts')}</p>
      ) : (
        <DeskForm action={handOn} page={page}>
          <p className="hint">{t('people.handOnHint')}</p>
          <input type="hidden" name="person" value={user.id} />
          <Field
            name="to"
            label={t('people.handOnTo')}
            options={heirs
              .filter((one) => mayActSomewhere(one.user, 'author'))
              .map((one) => ({ value: one.user.id, label: one.user.name }))}
            empty={t('people.chooseSomebody')}
          />
          <p>
            <button type="submit" className="quiet">
              {t('people.handOn')}
            </button>
          </p>
        </DeskForm>
      )}
    </section>
  )
}
