import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { renamingsAmong } from '@/app/_server/drafts/following'
import type { Draft } from '@/db/queries/draft'
import type { User } from '@/db/queries/user'
import { mayAct } from '@/lib/auth/roles'
import { fieldName, type Locale, say } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldAnchor, fieldLabel } from '../_components/field-label'
import { Timed } from '../_components/Moment'
import { Warnings } from '../_components/Problems'
import { Followers } from './Followers'
import type { LeftOut, Pair, Publication } from './publication'
import { RecordChanges } from './RecordChanges'

interface Props {
  publication: Publication
  user: User
  names: Map<string, string>
}

/** The edition as it is put together: what goes into it, what cannot, and what else could, each to be ticked. */
export async function RecordsToPublish({
  publication: { pairs, leftOut, along, others, checks, following },
  user,
  names,
}: Props) {
  const [t, locale] = [await deskWords(), await deskLocale()]
  const offered = others.filter(({ dossier }) => mayAct(user, 'author', dossier))
  const renamings = renamingsAmong(pairs)
  const warningsFor = ({ draft: { dossier, kind, recordId } }: Pair) =>
    checks
      .filter(({ compiled }) => (compiled?.dossier.id ?? '') === dossier)
      .flatMap(({ warnings }) => warnings.filter((one) => one.kind === kind && one.id === recordId))
  return (
    <form method="get" action="/admin/publish" className="desk-section">
      <h2>{t('publish.heading')}</h2>
      <ul className="to-publish">
        {pairs.map((pair) => (
          <li key={pair.draft.id}>
            <Tick id={pair.draft.id} title={say(pair.draft.titles, locale).text} ticked />
            <span className="hint">
              {t.rich('publish.becomes', {
                kind: t(`kind.${pair.draft.kind}`),
                what: whatBecomes(pair),
                id: () => <RecordId of={pair.draft} />,
              })}
              {along.has(pair.draft.id)
                ? t('publish.goesAlong', { needer: say(along.get(pair.draft.id) ?? '', locale).text })
                : ''}
            </span>
            <Warnings warnings={warningsFor(pair)} page={`/admin/drafts/${pair.draft.id}`} />
            <RecordChanges draft={pair.draft} published={pair.published} renamings={renamings} />
          </li>
        ))}
        {leftOut.map((one) => (
          <li key={one.draft.id} className="left-out">
            <Tick id={one.draft.id} title={say(one.draft.titles, locale).text} ticked />
            <span className="hint">
              {t.rich('publish.leftOut', {
                kind: t(`kind.${one.draft.kind}`),
                id: () => <RecordId of={one.draft} />,
              })}
            </span>
            <Reasons {...one} t={t} locale={locale} />
          </li>
        ))}
      </ul>
      <Followers following={following} />
      {offered.length > 0 ? (
        <details>
          <summary>{t('publish.offered', { count: offered.length })}</summary>
          <ul className="to-publish">
            {offered.map(({ id, titles, kind, author, state }) => (
              <li key={id}>
                <Tick id={id} title={say(titles, locale).text} />
                <span className="hint">
                  {t('publish.offer', { kind: t(`kind.${kind}`), who: names.get(author) ?? author, state })}
                </span>
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <p>
        <button type="submit" className="quiet">
          {t('publish.together')}
        </button>
      </p>
    </form>
  )
}

const Tick = ({ id, title, ticked = false }: { id: string; title: string; ticked?: boolean }) => (
  <>
    <input type="checkbox" name="draft" value={id} id={`tick-${id}`} defaultChecked={ticked} aria-label={title} />{' '}
    <a href={`/admin/drafts/${id}`}>{title}</a>{' '}
  </>
)

/** The id of a record; there is one site, and its id tells nobody anything. */
const RecordId = ({ of: { kind, recordId } }: { of: Pick<Draft, 'kind' | 'recordId'> }) =>
  kind === 'site' ? null : (
    <>
      {' '}
      <code>{recordId}</code>
    </>
  )

const Reasons = ({ draft, problems, why, t, locale }: LeftOut & { t: DeskWords; locale: Locale }) => (
  <ul className="wrong">
    {why.map((reason) => (
      <li key={reason}>
        <Timed text={reason} />
      </li>
    ))}
    {problems.map(({ path, message }) => {
      const name = fieldName(path)
      return (
        <li key={`${name} ${message}`}>
          <a href={`/admin/drafts/${draft.id}${fieldAnchor(name)}`}>
            {name ? fieldLabel(locale, name) : t(`kind.${draft.kind}`)}
          </a>{' '}
          {faultInWords(t, message)}
        </li>
      )
    })}
  </ul>
)

function whatBecomes({ draft: { data }, published }: Pair): string {
  if (data === null) return 'removed'
  if (typeof data === 'object' && 'retracted' in data) return 'retracted'
  return published ? 'changed' : 'new'
}
