import { deskLanguage } from '@/lib/addresses/names'
import { languagesOf, reportShape, type Shape } from '@/lib/forms/shape'
import { fieldAt, valueAt } from '@/lib/forms/shown'
import { fieldName, type Problem } from '@/lib/model'
import { Field, type FieldProps } from '../../_components/Field'
import { errorsAt } from '../../_components/Problems'

/** What the fields of an editor are made from. */
export interface RecordFields {
  field: (name: string) => Pick<FieldProps, 'name' | 'value' | 'errors' | 'warnings'>
  /** The languages of the text of that name. */
  languages: (name: string) => string[]
  /** What is wrong with the text of that name as a whole. */
  wrong: (name: string) => string[]
  count: (list: string) => number
}

/** The fields of a draft's form: what stands in them, what is wrong with it, and what may be. */
export function fieldsOf(
  data: unknown,
  problems: Problem[],
  warnings: Problem[] = [],
  shape: Shape = reportShape,
): RecordFields {
  const at = (name: string) => valueAt(data, name.split('.'))
  return {
    field: (name) => ({
      name,
      value: fieldAt(shape, data, name),
      errors: errorsAt(problems, name),
      warnings: errorsAt(warnings, name),
    }),
    languages: (name) => languagesOf(at(name)),
    wrong: (name) => problems.flatMap(({ path, message }) => (fieldName(path) === name ? [message] : [])),
    count: (list) => {
      const items = at(list)
      return Array.isArray(items) ? items.length : 0
    },
  }
}

const languageNames = new Intl.DisplayNames(deskLanguage, { type: 'language' })

interface TextFieldsProps {
  form: RecordFields
  name: string
  label: string
  /** Lines of a text; left out: one line. */
  rows?: number
}

/** A text that readers see: one field for each of its languages. */
export function TextFields({ form, name, label, rows }: TextFieldsProps) {
  return form.languages(name).map((language, at) => {
    const field = form.field(`${name}.${language}`)
    return (
      <Field
        key={language}
        {...field}
        errors={[...(at === 0 ? form.wrong(name) : []), ...(field.errors ?? [])]}
        label={`${label}, ${nameOf(language)}`}
        {...(rows ? { rows } : {})}
        {...(language === deskLanguage ? {} : { lang: language })}
      />
    )
  })
}

function nameOf(language: string): string {
  try {
    return languageNames.of(language) ?? language
  } catch {
    return language
  }
}
