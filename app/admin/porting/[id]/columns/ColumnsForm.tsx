import { deskReading, deskWords } from '@/app/_server/desk-words'
import { dateOrders } from '@/lib/porting/csv/cells'
import { type CsvField, csvFields, furtherLanguages } from '@/lib/porting/csv/fields'
import type { CsvPlan, CsvSample } from '@/lib/porting/csv/plan'
import { fieldInWords } from '@/lib/words/field-words'
import { DeskForm } from '../../../_components/DeskForm'
import { Field, type Option } from '../../../_components/Field'
import { mapColumns } from './action'

const mostSigns = 40

/** For each field of a record a choice of the file's columns, or one text for all rows. */
export async function ColumnsForm({ upload, plan, sample }: { upload: string; plan: CsvPlan; sample: CsvSample }) {
  const t = await deskWords()
  const fields = csvFields(plan.rows, furtherLanguages(sample.headings))
  const [first] = sample.rows
  const columns: Option[] = [
    { value: 'fixed', label: t('porting.csv.fixed') },
    ...sample.headings.map((heading, at) => {
      const shown = (first?.cells[at] ?? '').slice(0, mostSigns)
      const title = heading || t('porting.csv.column', { number: at + 1 })
      return {
        value: String(at),
        label: shown ? t('porting.csv.withSample', { title, sample: shown }) : title,
        group: t('porting.csv.columns'),
      }
    }),
  ]
  return (
    <section className="desk-section">
      <h2>{t('porting.csv.fields')}</h2>
      <p className="hint">{t(`porting.csv.fieldsLead.${plan.rows}`)}</p>
      <DeskForm action={mapColumns} page={`/admin/porting/${upload}/columns`}>
        <input type="hidden" name="upload" value={upload} />
        {fields.map((field) => (
          <FieldRow key={field.name} field={field} from={plan.columns[field.name]} columns={columns} />
        ))}
        <fieldset>
          <legend>{t('porting.csv.ways')}</legend>
          <div className="grid">
            <Field
              name="blanks"
              label={t('porting.csv.blanks')}
              options={(['keep', 'clear'] as const).map((value) => ({ value, label: t(`porting.csv.blank.${value}`) }))}
              value={plan.blanks}
            />
            <Field
              name="dates"
              label={t('porting.csv.dates')}
              hint={t('porting.csv.datesHint')}
              options={dateOrders
                .filter((value) => value !== '')
                .map((value) => ({ value, label: t(`porting.csv.date.${value}`) }))}
              empty={t('porting.csv.date.none')}
              value={plan.dates}
            />
          </div>
        </fieldset>
        <p>
          <button type="submit">{t('porting.csv.see')}</button>
        </p>
      </DeskForm>
    </section>
  )
}

interface RowProps {
  field: CsvField
  from: CsvPlan['columns'][string] | undefined
  columns: Option[]
}

async function FieldRow({ field: { name, of, language }, from, columns }: RowProps) {
  const [t, reading] = [await deskWords(), await deskReading()]
  const own = ['report', 'place'].find((one) => one === of)
  const path = [of.replace(/^effect\./, 'effects.'), ...(language ? [language] : [])].join('.')
  const label = own ? t(`porting.csv.own.${own as 'report'}`) : fieldInWords(reading.t, reading.locale, path)
  return (
    <div className="grid" data-field={name}>
      <Field
        name={`column.${name}`}
        label={label}
        options={columns}
        empty={t('porting.csv.untold')}
        value={from === undefined ? '' : 'fixed' in from ? 'fixed' : String(from.column)}
      />
      <Field
        name={`fixed.${name}`}
        label={t('porting.csv.fixedOf', { field: label })}
        value={from && 'fixed' in from ? from.fixed : ''}
      />
    </div>
  )
}
