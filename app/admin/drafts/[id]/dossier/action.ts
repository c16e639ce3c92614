'use server'

import { deskAction, refused } from '@/app/_server/desk-action'
import { findDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { findDraft } from '@/db/queries/draft'
import { applyDossierForm, dossierShape } from '@/lib/forms/dossier'
import { readIntent } from '@/lib/forms/report'
import { asRows } from '@/lib/forms/value-rows'
import { fieldName, type IdMention, isSameMention, mentionsIn, recordsMentioning, titleOf } from '@/lib/model'
import { fieldLabel } from '../../../_components/field-label'
import { together } from '../record/together'
import { saveForm, store } from '../store'

/** Saves the form of a dossier into its draft, whatever state it is in. */
export const saveDossier = deskAction(saveForm, 'author', async ({ data: form, user, formData, t, locale }) => {
  const { db } = await database()
  const found = await findDraft(db, form.draft)
  if (found?.kind !== 'dossier') return refused([t('draft.gone')], formData)
  const records = (await findDossier(found.dossier))?.records
  const namedBy = (what: IdMention, draft: unknown): string[] => [
    ...mentionsIn('dossier', draft).flatMap(({ mention, path }) =>
      isSameMention(mention, what) ? [fieldLabel(locale, fieldName(path))] : [],
    ),
    ...(records ? recordsMentioning(records, what) : []).flatMap(({ kind, id }) => {
      if (kind !== 'rule' && kind !== 'change') return []
      const record = (kind === 'rule' ? records?.rules : records?.changes)?.find((one) => one.id === id)
      return [t('dossier.namer', { kind: t(`kind.${kind}`), title: titleOf(record, locale) || id })]
    }),
  ]
  const shape = dossierShape(found.data)
  return store({ ...form, user, formData, shape, shown: asRows, t }, 'intent', (draft) =>
    applyDossierForm(draft.data, together(formData), readIntent(form.intent, shape), namedBy),
  )
})
