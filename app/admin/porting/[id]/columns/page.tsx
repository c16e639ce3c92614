import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { now } from '@/app/_server/clock'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { findDossier } from '@/app/_server/site'
import { type Db, database } from '@/db/client'
import { findUpload, uploadPartsOf } from '@/db/queries/porting/upload'
import { say } from '@/lib/model'
import { csvEncodings } from '@/lib/porting/csv/encoding'
import { type CsvPlan, type CsvSample, sampleOf } from '@/lib/porting/csv/plan'
import { CsvRefusedError, delimiters } from '@/lib/porting/csv/rows'
import { DeskForm } from '../../../_components/DeskForm'
import { Field } from '../../../_components/Field'
import { TabTitle } from '../../../_components/TabTitle'
import { readAnew } from './action'
import { ColumnsForm } from './ColumnsForm'
import { delimiterName } from './delimiter'
import { Sample } from './Sample'

// Its tab says what it shows (`TabTitle`).
export const metadata: Metadata = { title: null }

/** What the columns of a CSV are: its first rows, and for each field of a record the column that tells it. */
export default async function ColumnsPage({ params }: { params: Promise<{ id: string }> }) {
  await requireRole('editor', '')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { db } = await database()
  const upload = await findUpload(db, (await params).id, now())
  if (!upload?.plan) redirect('/admin/porting?said=gone')
  const { id, name, plan } = upload
  const sample = await sampled(db, id, plan)
  const title = (await findDossier(plan.dossier))?.dossier.title ?? plan.dossier
  return (
    <main id="main">
      <TabTitle of={t('porting.csv.tab', { name })} />
      <header className="desk-head">
        <p className="smallcaps">
          {say(title, locale).text} · {t(`porting.csv.${plan.rows}`)}
        </p>
        <h1>{t('porting.csv.tab', { name })}</h1>
        <p className="hint">{t('porting.csv.columnsLead')}</p>
      </header>
      {sample instanceof CsvRefusedError ? (
        <p className="notice wrong" role="alert">
          {t(`porting.csv.fault.${sample.fault}`, { line: sample.line })}
        </p>
      ) : (
        <Sample sample={sample} />
      )}
      <ReadAnew upload={id} plan={plan} />
      {sample instanceof CsvRefusedError ? null : <ColumnsForm upload={id} plan={plan} sample={sample} />}
      <p>
        <a href="/admin/porting">{t('porting.back')}</a>
      </p>
    </main>
  )
}

async function sampled(db: Db, id: string, plan: CsvPlan): Promise<CsvSample | CsvRefusedError> {
  try {
    return await sampleOf(uploadPartsOf(db, id), plan)
  } catch (error) {
    if (error instanceof CsvRefusedError) return error
    throw error
  }
}

/** For a file that was taken for what it is not: another encoding, another delimiter. */
async function ReadAnew({ upload, plan }: { upload: string; plan: CsvPlan }) {
  const t = await deskWords()
  return (
    <DeskForm action={readAnew} page={`/admin/porting/${upload}/columns`}>
      <input type="hidden" name="upload" value={upload} />
      <div className="grid">
        <Field
          name="encoding"
          label={t('porting.csv.encoding')}
          options={csvEncodings.map((value) => ({ value, label: t(`porting.csv.encodings.${value}`) }))}
          value={plan.encoding}
        />
        <Field
          name="delimiter"
          label={t('porting.csv.delimiter')}
          options={delimiters.map((one) => {
            const value = delimiterName(one)
            return { value, label: t(`porting.csv.delimiters.${value}`) }
          })}
          value={delimiterName(plan.delimiter)}
        />
      </div>
      <p>
        <button type="submit" className="quiet">
          {t('porting.csv.readAnew')}
        </button>
      </p>
    </DeskForm>
  )
}
