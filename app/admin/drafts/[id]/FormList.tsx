import type { ReactNode } from 'react'
import { FormItems } from '../../_components/FormItems'
import type { RecordFields } from './fields'

interface Props {
  form: RecordFields
  version: number
  /** The list's name in the record. */
  path: string
  /** The list's heading, what one of its items is called, and what the button says that adds one. */
  many: string
  title: string
  add: string
  children: (path: string) => ReactNode
}

/** A list in a form: each item with its own fields and a button to take it out; one more at the end. */
export const FormList = ({ form, version, path, many, title, add, children }: Props) => (
  <section className="form-list" id={path}>
    <h2>{many}</h2>
    <FormItems
      path={path}
      title={title}
      add={add}
      version={version}
      items={Array.from({ length: form.count(path) }, (_, at) => children(`${path}.${at}`))}
    />
  </section>
)
