import { expect, test } from 'vitest'
import { type DossierRecords, namesKept } from '@/lib/model'
import { emptyDossier } from '../../support/dossiers'

const title = { en: 'Scooters are baned', ja: '禁止' }
const before: DossierRecords = {
  ...emptyDossier(),
  rules: [{ id: 'ban', title, scope: {}, basis: [], overrides: [] } as never],
  changes: [{ id: 'ban', title, alterations: [{ rule: 'ban', to: 'prohibited' }] } as never],
}
const renamed = (kind: 'rules' | 'changes', over: object = { title: { ...title, en: 'Scooters are banned' } }) =>
  ({ ...before, [kind]: before[kind].map((one) => ({ ...one, ...over })) }) as DossierRecords

test('a rule that gets another name leaves its change with the one that both had, and the other way round', () => {
  expect(namesKept(before, renamed('rules'))).toEqual([
    {
      kind: 'rule',
      id: 'ban',
      path: ['title'],
      message: 'is no longer that of the change “ban”, which had the same: give it the new one too',
    },
  ])
  expect(namesKept(before, renamed('changes')).map(({ kind, message }) => [kind, message])).toEqual([
    ['change', 'is no longer that of the rule “ban”, which had the same: give it the new one too'],
  ])
})

test('where both are renamed, or nothing is, nothing is left behind', () => {
  const both = { ...renamed('rules'), changes: renamed('changes').changes }
  expect(namesKept(before, both)).toEqual([])
  expect(namesKept(before, before)).toEqual([])
  expect(namesKept(before, renamed('rules', { note: 'Another' }))).toEqual([])
  const apart = { ...before, changes: [{ ...before.changes[0], title: 'The act' } as never] }
  expect(namesKept(apart, { ...apart, rules: renamed('rules').rules })).toEqual([])
})
