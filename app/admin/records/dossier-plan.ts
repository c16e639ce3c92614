import 'server-only'
import { recordKey } from '@/db/key'
import { listDrafts } from '@/db/queries/draft'
import { listDossiers, listSources, loadDossier } from '@/db/queries/record'
import { type AnyRecord, fieldName, underNewId, validateDossier } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import { fieldLabel } from '../_components/field-label'
import type { IdPlan, Planning } from './id-plan'
import { ownText } from './own-text'

/**
 * Works out what giving a dossier another id changes: two drafts, of the dossier under its new id and of the removal of the one before. What
 * stands in it, and its drafts, go along when these are published.
 */
export async function planDossierId({ db, t, locale, by }: Planning, id: string, to: string): Promise<IdPlan> {
  const nothing: IdPlan = { steps: [], following: 0, touched: [], problem: null, left: [] }
  const [records, sources, dossiers] = await Promise.all([loadDossier(db, id), listSources(db), listDossiers(db)])
  if (!records) return { ...nothing, problem: t('newId.notThere') }
  const key = recordKey('dossier', id, id)
  const own = await ownText(db, key, by)
  const text = own === undefined ? records.dossier : { ...(own as AnyRecord), id }
  const renamed = underNewId(records.dossier, to)
  const other = dossiers.find((one) => one.id !== id && one.formerly?.includes(to))
  const before = new Set(validateDossier(records, sources).map(({ message }) => message))
  const wrong = validateDossier({ ...records, dossier: renamed }, sources).find(({ message }) => !before.has(message))
  const problem = dossiers.some((one) => one.id === to)
    ? t('newId.dossierTaken', { id: to })
    : other
      ? t('newId.wasOf', { id: to, other: other.id })
      : (await listDrafts(db)).some(({ dossier }) => dossier === to)
        ? t('newId.draftThere', { id: to })
        : wrong
          ? t('newId.unsound', {
              id: wrong.id,
              field: fieldLabel(locale, fieldName(wrong.path)),
              problem: faultInWords(t, wrong.message),
            })
          : null
  return {
    ...nothing,
    problem,
    steps: [
      { key: recordKey('dossier', to, to), data: underNewId(text, to) },
      // The text of one's own draft goes on in the draft of the new id.
      { key, data: null, ofDraft: (data) => (JSON.stringify(data) === JSON.stringify(own) ? null : undefined) },
    ],
  }
}
