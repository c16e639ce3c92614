import type { PersonEntry } from '@/db/queries/people/person'
import type { DeskWords } from '@/lib/words/desk-messages'

interface Props {
  t: DeskWords
  asked: Record<string, string | string[] | undefined>
  people: PersonEntry[]
}

const acts = ['roles', 'disable', 'enable', 'sign-out', 'factors', 'identity', 'identityGone'] as const

/** What was just done, as the address of the page tells it. */
export function Said({ t, asked, people }: Props) {
  const act = acts.find((one) => one === asked.said)
  const said = act ? t(`people.said.${act}`) : asked.said === 'hand-on' ? handedOn(t, asked, people) : null
  return said === null ? null : (
    <p className="notice" role="status">
      {said}
    </p>
  )
}

function handedOn(t: DeskWords, asked: Props['asked'], people: PersonEntry[]): string {
  const number = (name: string) => Number.parseInt(String(asked[name] ?? ''), 10) || 0
  const who = people.find(({ user }) => user.id === asked.to)?.user.name ?? ''
  const counts = { moved: number('moved'), double: number('double'), closed: number('closed') }
  return t('people.handedOn', { who, ...counts })
}
