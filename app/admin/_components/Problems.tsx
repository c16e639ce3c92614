import { fieldName, type Problem } from '@/lib/model'
import { fieldLabel } from './field-label'

const mostShown = 100

/** What still keeps a draft from being published; each links to its field. */
export function Problems({ problems }: { problems: Problem[] }) {
  if (problems.length === 0) return null
  return (
    <div className="notice" role="status">
      <p>
        {problems.length === 1 ? 'One thing is' : `${problems.length} things are`} still to be put right before this can
        be published:
      </p>
      <ul>
        {problems.slice(0, mostShown).map((problem) => {
          const name = fieldName(problem.path)
          return (
            <li key={`${problem.kind} ${problem.id} ${name} ${problem.message}`}>
              <a href={`#f-${name}`}>{name ? fieldLabel(name) : problem.kind}</a> {problem.message}
            </li>
          )
        })}
        {problems.length > mostShown ? <li>and {problems.length - mostShown} more</li> : null}
      </ul>
    </div>
  )
}

/** What may be meant otherwise in a draft; each links to its field. It hinders nothing. */
export function Warnings({ warnings, page = '' }: { warnings: Problem[]; page?: string }) {
  if (warnings.length === 0) return null
  return (
    <div className="notice doubtful" role="note">
      <p>Worth another look; none of it keeps this from being published:</p>
      <ul>
        {warnings.slice(0, mostShown).map(({ kind, path, message }) => {
          const name = fieldName(path)
          return (
            <li key={`${name} ${message}`}>
              <a href={`${page}#f-${name}`}>{name ? fieldLabel(name) : kind}</a> {message}
            </li>
          )
        })}
        {warnings.length > mostShown ? <li>and {warnings.length - mostShown} more</li> : null}
      </ul>
    </div>
  )
}

/** The problems of a field and of what is inside it. */
export const errorsAt = (problems: Problem[], name: string): string[] =>
  problems.flatMap((problem) => {
    const at = fieldName(problem.path)
    return at === name || at.startsWith(`${name}.`) ? [problem.message] : []
  })
