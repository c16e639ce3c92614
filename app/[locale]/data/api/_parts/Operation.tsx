import { Fragment } from 'react'
import { ValueOptions } from '@/app/_components/page/FormFields'
import type { Reader } from '@/app/_reader/reading'
import { plainLanguage } from '@/lib/addresses/names'
import type { DescribedParameter } from '@/lib/api/description/parameters'
import type { DescribedOperation } from '@/lib/api/openapi'
import type { Dossier } from '@/lib/model'

interface Props {
  reader: Pick<Reader, 't' | 'locale'>
  operation: DescribedOperation & { path: string }
  /** That a form asks about; undefined: there is none yet. */
  dossier: Dossier | undefined
}

/** One operation: what it answers, and a form that asks it. The description itself is in the language in which programs are told. */
export function Operation({ reader, operation, dossier }: Props) {
  const { t } = reader
  const { operationId, path, summary, parameters, responses } = operation
  const inPath = path.includes('{dossier}')
  const asked = parameters.filter((one) => one.in === 'query')
  return (
    <details className="operation" id={operationId}>
      <summary>
        <code>{`GET ${path}`}</code>{' '}
        <span lang={plainLanguage}>
          <Described text={summary} />
        </span>
      </summary>
      {inPath && !dossier ? (
        <p>{t('apiPage.noDossier')}</p>
      ) : (
        <form action={path.replace('{dossier}', dossier?.id ?? '')}>
          <table className="plain stack file-form">
            <caption className="label">{t('apiPage.caption', { path })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('apiPage.parameter')}</th>
                <th scope="col">{t('apiPage.meaning')}</th>
                <th scope="col">{t('apiPage.value')}</th>
              </tr>
            </thead>
            <tbody>
              {asked.map((parameter) => (
                <tr key={parameter.name}>
                  <th scope="row">
                    <label htmlFor={`${operationId}-${parameter.name}`}>
                      <code>{parameter.name}</code>
                    </label>
                  </th>
                  <td data-column={t('apiPage.meaning')} lang={plainLanguage}>
                    <Described text={parameter.description} />
                  </td>
                  <td data-column={t('apiPage.value')}>
                    <ParameterField reader={reader} operationId={operationId} parameter={parameter} dossier={dossier} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <button type="submit">{t('apiPage.ask')}</button>
        </form>
      )}
      <details>
        <summary>{t('apiPage.example')}</summary>
        <pre>
          <code>{exampleIn(responses)}</code>
        </pre>
      </details>
    </details>
  )
}

/** A text of the description: what stands between two accents is code (CommonMark). */
const Described = ({ text }: { text: string }) =>
  text.split('`').map((part, at) => {
    // Its place is what tells a part from the others: the text never changes.
    const key = `${at} ${part}`
    return at % 2 === 0 ? <Fragment key={key}>{part}</Fragment> : <code key={key}>{part}</code>
  })

interface FieldProps extends Omit<Props, 'operation'> {
  operationId: string
  parameter: DescribedParameter
}

/** Where a parameter is filled in: a choice where it is one of a few words or of the values of a dimension, else a line of text. */
function ParameterField({ reader: { t, locale }, operationId, parameter, dossier }: FieldProps) {
  const { name, schema, required = false } = parameter
  const id = `${operationId}-${name}`
  const words = (schema.items ?? schema).enum
  const dimension = dossier?.dimensions.find((one) => one.id === name)
  if (words || dimension)
    return (
      <select id={id} name={name} defaultValue="" required={required}>
        <option value="">{t('apiPage.leftOut')}</option>
        {words?.map((word) => (
          <option key={String(word)}>{String(word)}</option>
        ))}
        {!words && dimension && <ValueOptions dimension={dimension} locale={locale} />}
      </select>
    )
  const isDossier = name === 'dossier'
  return (
    <input
      id={id}
      name={name}
      defaultValue={isDossier ? (dossier?.id ?? '') : ''}
      placeholder={exampleOf(parameter)}
      required={required}
      autoComplete="off"
    />
  )
}

const exampleOf = ({ example }: DescribedParameter): string => (example === undefined ? '' : [example].flat().join(''))

/** The example of a good answer, as it is sent. */
function exampleIn(responses: DescribedOperation['responses']): string {
  const { content = {} } = (responses[200] ?? {}) as { content?: Record<string, { example: unknown }> }
  const [answer] = Object.values(content)
  return typeof answer?.example === 'string' ? answer.example : JSON.stringify(answer?.example, null, 2)
}
