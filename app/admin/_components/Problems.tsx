import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { fieldName, type Problem } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { fieldAnchor, fieldLabel } from './field-label'

const mostShown = 100

/** What still keeps a draft from being published; each links to its field. */
export async function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <div className="notice" role="status">
      <p>{t('problems.toMend', { count: problems.length })}</p>
      <ul>
        {problems.slice(0, mostShown).map((problem) => {
          const name = fieldName(problem.path)
          return (
            <li key={`${problem.kind} ${problem.id} ${name} ${problem.message}`}>
              <a href={fieldAnchor(name) || '#main'}>{name ? fieldLabel(locale, name) : t(`kind.${problem.kind}`)}</a>{' '}
              {faultInWords(t, problem.message)}
            </li>
          )
        })}
        {problems.length > mostShown ? <li>{t('problems.more', { count: problems.length - mostShown })}</li> : null}
      </ul>
    </div>
  )
}

/** What may be meant otherwise in a draft; each links to its field. It hinders nothing. */
export async function Warnings({ warnings, page = '' }: { warnings: Problem[]; page?: string }) {
  if (warnings.length === 0) return null
  const [t, locale] = [await deskWords(), await deskLocale()]
  return (
    <div className="notice doubtful" role="note">
      <p>{t('problems.doubts')}</p>
      <ul>
        {warnings.slice(0, mostShown).map(({ kind, path, message }) => {
          const name = fieldName(path)
          return (
            <li key={`${name} ${message}`}>
              <a href={`${page}${fieldAnchor(name)}` || '#main'}>
                {name ? fieldLabel(locale, name) : t(`kind.${kind}`)}
              </a>{' '}
              {faultInWords(t, message)}
            </li>
          )
        })}
        {warnings.length > mostShown ? <li>{t('problems.more', { count: warnings.length - mostShown })}</li> : null}
      </ul>
    </div>
  )
}

/** The problems of a field and of what is inside it, in the words of the desk. */
export const errorsAt = (t: DeskWords, problems: Problem[], name: string): string[] =>
  problems.flatMap((problem) => {
    const at = fieldName(problem.path)
    return at === name || at.startsWith(`${name}.`) ? [faultInWords(t, problem.message)] : []
  })
