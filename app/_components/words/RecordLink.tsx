import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { Actor, Change, Rule, Text } from '@/lib/model'
import { Words } from './Words'

type Place = Pick<Reading, 'locale' | 'pinned' | 'dossier' | 'records'>

interface RuleProps {
  reading: Place
  /** The rule; or its id, which stands for its title where the edition that is read has no such rule. */
  rule: Pick<Rule, 'id' | 'title'> | string
}

/** A rule by its title, which leads to its page. */
export const RuleLink = ({ reading, rule }: RuleProps) =>
  recordLink(reading, 'rules', typeof rule === 'string' ? named(reading.records.rules, rule) : rule)

interface ChangeProps {
  reading: Place
  /** The change; or its id, which stands for its title where the edition that is read has no such change. */
  change: Pick<Change, 'id' | 'title'> | string
}

/** A change by its title, which leads to its page. */
export const ChangeLink = ({ reading, change }: ChangeProps) =>
  recordLink(reading, 'changes', typeof change === 'string' ? named(reading.records.changes, change) : change)

interface ActorProps {
  reading: Place
  /** The actor; or its id, which stands for its name where the edition that is read has no such actor. */
  actor: Pick<Actor, 'id' | 'name'> | string
}

/** An actor by its name, which leads to its page. */
export function ActorLink({ reading, actor }: ActorProps) {
  const id = typeof actor === 'string' ? actor : actor.id
  const found = typeof actor === 'string' ? reading.records.actors.find((one) => one.id === id) : actor
  return recordLink(reading, 'actors', found ? { id, title: found.name } : { id })
}

interface Named {
  id: string
  title?: Text
}

const named = (records: readonly Named[], id: string): Named => records.find((record) => record.id === id) ?? { id }

const recordLink = (reading: Place, folder: 'rules' | 'changes' | 'actors', { id, title }: Named) => (
  <a href={hrefTo(reading, folder, id)}>{title === undefined ? id : <Words text={title} locale={reading.locale} />}</a>
)
