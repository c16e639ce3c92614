'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import type { ActionState } from '@/app/_server/action-state'
import { now } from '@/app/_server/clock'
import { deskAction } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { keepPlan } from '@/db/commands/porting/upload'
import { findUpload } from '@/db/queries/porting/upload'
import { nameKinds } from '@/lib/porting/csv/fields'
import { type CsvPlan, mostChoices } from '@/lib/porting/csv/plan'

const gone = '/admin/porting?said=gone'

/** Keeps what is meant by names that no record has. */
export const chooseNames = deskAction(
  z.looseObject({ upload: z.string() }),
  'editor',
  async ({ data, formData }): Promise<ActionState> => {
    const { db, write } = await database()
    const upload = await findUpload(db, data.upload, now())
    if (!upload?.plan) redirect(gone)
    const plan = { ...upload.plan, choices: chosen(upload.plan.choices, formData) }
    if (!(await write((tx) => keepPlan(tx, { upload: upload.id, plan })))) redirect(gone)
    redirect(`/admin/porting/${upload.id}`)
  },
  { dossier: () => '' },
)

/** The choices kept, with those of a form in the place of the same names'. */
function chosen(kept: CsvPlan['choices'], formData: FormData): CsvPlan['choices'] {
  const choices = structuredClone(kept)
  const sent = (name: string) => String(formData.get(name) ?? '')
  let left = mostChoices
  for (const of of Object.values(choices)) left -= Object.keys(of).length
  for (let at = 0; formData.has(`key.${at}`); at++) {
    const kind = nameKinds.find((one) => one === sent(`kind.${at}`))
    if (kind === undefined) continue
    const choice = sent(`choice.${at}`).slice(0, 200)
    const own = new Map(Object.entries(choices[kind] ?? {}))
    if (choice === '') own.delete(sent(`key.${at}`))
    else if (left-- > 0) own.set(sent(`key.${at}`).slice(0, 2000), choice)
    choices[kind] = Object.fromEntries(own)
  }
  return choices
}
