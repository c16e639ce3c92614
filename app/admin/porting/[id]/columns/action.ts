'use server'

import { redirect } from 'next/navigation'
import { z } from 'zod'
import { type ActionState, refused } from '@/app/_server/action-state'
import { now } from '@/app/_server/clock'
import { deskAction } from '@/app/_server/desk-action'
import { database } from '@/db/client'
import { keepPlan } from '@/db/commands/porting/upload'
import { findUpload, uploadPartsOf } from '@/db/queries/porting/upload'
import { dateOrders } from '@/lib/porting/csv/cells'
import { csvEncodings } from '@/lib/porting/csv/encoding'
import { csvFields, furtherLanguages } from '@/lib/porting/csv/fields'
import { type CsvColumn, type CsvPlan, guessColumns, sampleOf } from '@/lib/porting/csv/plan'
import { CsvRefusedError } from '@/lib/porting/csv/rows'
import { delimiterNames, delimiterOf } from './delimiter'

const gone = '/admin/porting?said=gone'
const wholeSite = { dossier: () => '' }

/** The plan of a file that waits; who asks for one that is gone is told so. */
async function planOf(id: string): Promise<CsvPlan> {
  const { db } = await database()
  const upload = await findUpload(db, id, now())
  if (!upload?.plan) redirect(gone)
  return upload.plan
}

async function keep(upload: string, plan: CsvPlan, to: string): Promise<never> {
  const { write } = await database()
  const kept = await write((tx) => keepPlan(tx, { upload, plan }))
  redirect(kept ? to : gone)
}

const readForm = z.object({ upload: z.string(), encoding: z.enum(csvEncodings), delimiter: z.enum(delimiterNames) })

/** Reads a file by another encoding or delimiter, and guesses its columns anew. */
export const readAnew = deskAction(
  readForm,
  'editor',
  async ({ data, formData, t }): Promise<ActionState> => {
    const before = await planOf(data.upload)
    const read = { encoding: data.encoding, delimiter: delimiterOf(data.delimiter) }
    const { db } = await database()
    let columns: CsvPlan['columns']
    try {
      columns = guessColumns(before.rows, await sampleOf(uploadPartsOf(db, data.upload), read))
    } catch (error) {
      if (!(error instanceof CsvRefusedError)) throw error
      return refused([t(`porting.csv.fault.${error.fault}`, { line: error.line })], formData)
    }
    return keep(data.upload, { ...before, ...read, columns, settled: false }, `/admin/porting/${data.upload}/columns`)
  },
  wholeSite,
)

const mapForm = z.looseObject({
  upload: z.string(),
  blanks: z.enum(['keep', 'clear']),
  dates: z.enum(dateOrders),
})

/** Keeps which column tells which field, and goes on to what that would change. */
export const mapColumns = deskAction(
  mapForm,
  'editor',
  async ({ data, formData, t }): Promise<ActionState> => {
    const { upload, blanks, dates } = data
    const before = await planOf(upload)
    const { db } = await database()
    const { headings } = await sampleOf(uploadPartsOf(db, upload), before)
    const columns: Record<string, CsvColumn> = {}
    const wrong: Record<string, string[]> = {}
    const sent = (name: string) => String(formData.get(name) ?? '')
    for (const { name } of csvFields(before.rows, furtherLanguages(headings))) {
      const [chosen, fixed] = [sent(`column.${name}`), sent(`fixed.${name}`).slice(0, 2000)]
      if (chosen === 'fixed' && fixed.trim() === '') wrong[`fixed.${name}`] = [t('porting.csv.fixedMissing')]
      else if (chosen === 'fixed') columns[name] = { fixed }
      else if (/^\d{1,3}$/.test(chosen) && Number(chosen) < headings.length) columns[name] = { column: Number(chosen) }
    }
    if (Object.keys(wrong).length > 0) return refused([t('action.fields')], formData, wrong)
    if (Object.keys(columns).length === 0) return refused([t('porting.csv.noColumns')], formData)
    return keep(upload, { ...before, columns, blanks, dates, settled: true }, `/admin/porting/${upload}`)
  },
  wholeSite,
)
