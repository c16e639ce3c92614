import type { DraftEntry } from '@/db/queries/draft'
import type { Actor, Change, Locale, RecordKind, Rule, Source, Text } from '@/lib/model'
import { pendingStages, say } from '@/lib/model'
import { type Compiled, lifeOf, momentAt } from '@/lib/policy'
import type { DeskMessages, DeskWords } from '@/lib/words/desk-messages'
import type { Option } from './Field'

/** Names in a language, in the order of its letters. */
export const inOrder = (locale: Locale, records: readonly (readonly [id: string, name: Text])[]): Option[] =>
  records
    .map(([id, name]) => ({ value: id, label: say(name, locale).text }))
    .sort((a, b) => a.label.localeCompare(b.label, locale))

export const sourceOptions = (locale: Locale, sources: Map<string, Source>): Option[] =>
  inOrder(
    locale,
    [...sources.values()].map(({ id, name }) => [id, name]),
  )

export const actorOptions = (locale: Locale, actors: readonly Actor[]): Option[] =>
  inOrder(
    locale,
    actors.map(({ id, name }) => [id, name]),
  )

export const ruleOptions = (locale: Locale, rules: readonly Rule[]): Option[] =>
  inOrder(
    locale,
    rules.map(({ id, title }) => [id, title]),
  )

const changeGroups = ['inMotion', 'notReported', 'inForce', 'ended'] as const

/** Changes to pick from, those in motion first. */
export function changeOptions(
  { t, locale }: { t: DeskWords; locale: Locale },
  compiled: Compiled,
  today: string,
): Option[] {
  const moment = momentAt(compiled, { on: today })
  const groupOf = ({ id }: Change): (typeof changeGroups)[number] => {
    const stage = lifeOf(moment, id)?.stage
    if (!stage) return 'notReported'
    if (stage === 'in_force') return 'inForce'
    return pendingStages.includes(stage) ? 'inMotion' : 'ended'
  }
  return changeGroups.flatMap((group) =>
    inOrder(
      locale,
      compiled.records.changes.filter((change) => groupOf(change) === group).map(({ id, title }) => [id, title]),
    ).map((option) => ({ ...option, group: t(`options.${group}`) })),
  )
}

/** The options with the records of a kind that are only drafts yet. */
export const withDrafts = (
  t: DeskWords,
  options: Option[],
  drafts: readonly DraftEntry[],
  kind: RecordKind,
): Option[] => [
  ...options,
  ...drafts
    .filter((draft) => draft.kind === kind && !options.some(({ value }) => value === draft.recordId))
    .map(({ recordId, title }) => ({
      value: recordId,
      label: t('options.draft', { title }),
      group: t('options.inDrafts'),
    })),
]

type Vocabularies = DeskMessages['word']

/** A word of one of the closed vocabularies of the model, as the desk says it. */
export const wordIn = <V extends keyof Vocabularies>(
  t: DeskWords,
  vocabulary: V,
  word: keyof Vocabularies[V] & string,
): string => t(`word.${vocabulary}.${word}` as 'word.stage.floated')

/** The words of a closed vocabulary to choose from. */
export const wordOptions = <V extends keyof Vocabularies>(
  t: DeskWords,
  vocabulary: V,
  list: readonly (keyof Vocabularies[V] & string)[],
): Option[] => list.map((word) => ({ value: word, label: wordIn(t, vocabulary, word) }))

/**
 * A closed vocabulary to choose from where one word holds when none is chosen: that word stands once, as the choice of nothing,
 * or as itself in a record that says it.
 */
export const wordsBeside = <V extends keyof Vocabularies>(
  t: DeskWords,
  vocabulary: V,
  list: readonly (keyof Vocabularies[V] & string)[],
  { usual, stored }: { usual: keyof Vocabularies[V] & string; stored: string | undefined },
): { options: Option[]; empty?: string } =>
  stored === usual
    ? { options: wordOptions(t, vocabulary, list) }
    : {
        options: wordOptions(
          t,
          vocabulary,
          list.filter((word) => word !== usual),
        ),
        empty: wordIn(t, vocabulary, usual),
      }
