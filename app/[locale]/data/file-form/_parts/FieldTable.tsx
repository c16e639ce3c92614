import type { Reader } from '@/app/_reader/reading'
import type { FileField, RecordForm } from '@/lib/content/file-form/file-form'
import { fieldInWords } from '@/lib/words/field-words'

/** An example of more signs than this is shown when it is asked for: what is in it stands in the rows below. */
const mostSigns = 160

/** The fields of one kind of record: what each is, what may stand in it, and an example. */
export function FieldTable({ reader, form: { file, fields } }: { reader: Reader; form: RecordForm }) {
  const { t } = reader
  return (
    <table className="plain stack file-form">
      <caption className="label">{t('fileForm.caption', { file })}</caption>
      <thead>
        <tr>
          <th scope="col">{t('fileForm.field')}</th>
          <th scope="col">{t('fileForm.meaning')}</th>
          <th scope="col">{t('fileForm.holds')}</th>
          <th scope="col">{t('fileForm.example')}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <tr key={field.path}>
            <th scope="row">
              <code>{field.path}</code>
            </th>
            <td data-column={t('fileForm.meaning')}>{meaningOf(reader, field)}</td>
            <td data-column={t('fileForm.holds')}>{holdsIn(reader, field)}</td>
            <td data-column={t('fileForm.example')}>
              <Example reader={reader} text={field.example} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Example({ reader: { t }, text }: { reader: Reader; text: string }) {
  if (text.length <= mostSigns) return <code>{text}</code>
  return (
    <details>
      <summary>{t('fileForm.show')}</summary>
      <code>{text}</code>
    </details>
  )
}

/** The last field of a path as readers know it. */
function meaningOf({ t, locale }: Reader, { path }: FileField): string {
  const parts = path.replaceAll('[]', '').split('.')
  const own = parts.map((part) => /^<(\w+)/.exec(part)?.[1] ?? part)
  const last = own.at(-1) ?? ''
  return fieldInWords(
    t,
    locale,
    ['words', 'stages', 'translations'].includes(own.at(-2) ?? '') ? own.slice(-2).join('.') : last,
  )
}

/** What may stand in a field, whether it must, and what holds where it does not. */
function holdsIn({ t }: Reader, { type, isList, isNeeded, fallback, words }: FileField): string {
  const one =
    words.length > 0 ? t('fileForm.words', { words: words.join(t('unit.separator')) }) : t(`fileForm.type.${type}`)
  const what = isList ? t('fileForm.list', { type: one }) : one
  const told = [
    what,
    ...(isNeeded ? [t('fileForm.needed')] : []),
    ...(fallback ? [t('fileForm.fallback', { value: fallback })] : []),
  ]
  return told.join(t('unit.clauseSeparator'))
}
