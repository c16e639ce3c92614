import { hrefTo, type Reading } from '@/app/_reader/reading'
import type { Change, Rule, Text } from '@/lib/model'
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

interface Named {
  id: string
  title?: Text
}

const named = (records: readonly Named[], id: string): Named => records.find((record) => record.id === id) ?? { id }

const recordLink = (reading: Place, folder: 'rules' | 'changes', { id, title }: Named) => (
  <a href={hrefTo(reading, folder, id)}>{title === undefined ? id : <Words text={title} locale={reading.locale} />}</a>
)
