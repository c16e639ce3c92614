import { languagesOf, reportShape, type Shape } from '@/lib/forms/shape'
import { fieldAt, valueAt } from '@/lib/forms/shown'
import { fieldName, type Locale, type Problem } from '@/lib/model'
import { faultInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import { languageName } from '@/lib/words/field-words'
import { Field, type FieldProps } from '../../_components/Field'
import { errorsAt } from '../../_components/Problems'

/** What the fields of an editor are made from. */
export interface RecordFields {
  /** The words of the desk, and their language. */
  t: DeskWords
  locale: Locale
  field: (name: string) => Pick<FieldProps, 'name' | 'value' | 'errors' | 'warnings'>
  /** The languages of the text of that name. */
  languages: (name: string) => string[]
  /** What is wrong with the text of that name as a whole. */
  wrong: (name: string) => string[]
  count: (list: string) => number
}

interface Given {
  data: unknown
  problems: Problem[]
  warnings: Problem[]
  /** Left out: that of a report. */
  shape?: Shape
  /** The languages that readers are offered: a text has a field in each. */
  shown: readonly Locale[]
  t: DeskWords
  locale: Locale
}

/** The fields of a draft's form: what stands in them, what is wrong with it, and what may be. */
export function fieldsOf({ data, problems, warnings, shape = reportShape, shown, t, locale }: Given): RecordFields {
  const at = (name: string) => valueAt(data, name.split('.'))
  return {
    t,
    locale,
    field: (name) => ({
      name,
      value: fieldAt(shape, data, name),
      errors: errorsAt(t, problems, name),
      warnings: errorsAt(t, warnings, name),
    }),
    languages: (name) => languagesOf(at(name), shown),
    wrong: (name) =>
      problems.flatMap(({ path, message }) => (fieldName(path) === name ? [faultInWords(t, message)] : [])),
    count: (list) => {
      const items = at(list)
      return Array.isArray(items) ? items.length : 0
    },
  }
}

interface TextFieldsProps {
  form: RecordFields
  name: string
  label: string
  hint?: string
  /** Lines of a text; left out: one line. */
  rows?: number
}

/** A text that readers see, or words per language: one field for each of its languages. */
export function TextFields({ form, name, label, hint, rows }: TextFieldsProps) {
  const { t, locale } = form
  return form.languages(name).map((language, at) => {
    const field = form.field(`${name}.${language}`)
    return (
      <Field
        key={language}
        {...field}
        errors={[...(at === 0 ? form.wrong(name) : []), ...(field.errors ?? [])]}
        label={t('form.inLanguage', { label, language: languageName(language, locale) })}
        {...(rows ? { rows } : {})}
        {...(hint && at === 0 ? { hint } : {})}
        {...(language === locale ? {} : { lang: language })}
      />
    )
  })
}
