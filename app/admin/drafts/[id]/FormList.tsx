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
  /** The id and the name of each item, where items have their own, and whether they can change places. */
  ids?: readonly string[]
  titles?: readonly string[]
  moves?: boolean
  /** What stands between the heading and the items. */
  intro?: ReactNode
  children: (path: string) => ReactNode
}

/** A list in a form: each item with its own fields and a button to take it out; one more at the end. */
export const FormList = ({ form, version, path, many, title, add, intro, children, ...known }: Props) => (
  <section className="form-list" id={path}>
    <h2>{many}</h2>
    {intro}
    <FormItems
      path={path}
      title={title}
      add={add}
      version={version}
      {...known}
      items={Array.from({ length: form.count(path) }, (_, at) => children(`${path}.${at}`))}
    />
  </section>
)
