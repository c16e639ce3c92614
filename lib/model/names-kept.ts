import type { Problem } from './problem'
import type { DossierRecords } from './records'
import { isSameRecord } from './same'

/**
 * Rules and changes that got another name while what goes with them keeps the one that both had: the change by which a rule came, the
 * rules that a change alters. One warning for each, at the name; empty where nothing was left behind.
 */
export function namesKept(before: DossierRecords, after: DossierRecords): Problem[] {
  const renamed = <R extends { id: string; title: unknown }>(was: readonly R[], is: readonly R[]) =>
    is.flatMap((one) => {
      const had = was.find(({ id }) => id === one.id)
      return had && had !== one && !isSameRecord(had.title, one.title) ? [{ id: one.id, title: had.title }] : []
    })
  const rulesOf = (change: string) =>
    new Set(after.changes.find(({ id }) => id === change)?.alterations.map(({ rule }) => rule))
  const ofRules = renamed(before.rules, after.rules).flatMap(({ id, title }) =>
    after.changes
      .filter((change) => rulesOf(change.id).has(id) && isSameRecord(change.title, title))
      .map((kept) => keptBy('rule', id, kept.id)),
  )
  const ofChanges = renamed(before.changes, after.changes).flatMap(({ id, title }) =>
    after.rules
      .filter((rule) => rulesOf(id).has(rule.id) && isSameRecord(rule.title, title))
      .map((kept) => keptBy('change', id, kept.id)),
  )
  return [...ofRules, ...ofChanges]
}

const keptBy = (kind: 'rule' | 'change', id: string, kept: string): Problem => ({
  kind,
  id,
  path: ['title'],
  message:
    kind === 'rule'
      ? `is no longer that of the change “${kept}”, which had the same: give it the new one too`
      : `is no longer that of the rule “${kept}”, which had the same: give it the new one too`,
})
