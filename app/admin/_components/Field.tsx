'use client'

import { labelName } from '@/app/_server/action-state'
import { useReturned } from './DeskForm'
import { useWords } from './InBrowser'
import { useTypedEarly } from './typed-early'

export interface Option {
  value: string
  label: string
  group?: string
}

export interface FieldProps {
  name: string
  /** Where another form of the page has a field of that name. */
  id?: string
  label: string
  hint?: string
  value?: string
  errors?: string[]
  /** What may be meant otherwise; it hinders nothing. */
  warnings?: string[]
  lang?: string
  type?: 'text' | 'password' | 'url' | 'datetime-local'
  autoComplete?: string
  /** A choice instead of a line of text. */
  options?: Option[]
  /** What the choice shows for "nothing"; left out: something must be chosen. */
  empty?: string
  /** What is often typed here; anything else may be. */
  among?: string[] | undefined
  /** Lines of a longer text. */
  rows?: number
  /** `file`: the text of a record in its file form. */
  size?: 'short' | 'long' | 'file'
}

/** One labelled field with its hint and its errors; refilled with what was typed when the form was refused. */
export function Field({
  name,
  id: own,
  label,
  hint,
  value = '',
  errors = [],
  warnings = [],
  size,
  ...field
}: FieldProps) {
  const say = useWords()
  const returned = useReturned(name)
  const wrong = [...errors, ...returned.errors]
  const id = own ?? `f-${name}`
  const described = [
    hint ? `${id}-hint` : '',
    wrong.length > 0 ? `${id}-error` : '',
    warnings.length > 0 ? `${id}-warning` : '',
  ]
    .filter(Boolean)
    .join(' ')
  const shared = {
    id,
    name,
    defaultValue: returned.value ?? value,
    // What is stored, where the field shows something else.
    'data-stored': returned.value === undefined ? undefined : value,
    'aria-describedby': described || undefined,
    'aria-invalid': wrong.length > 0 || undefined,
  }
  return (
    <div className={`field ${size ?? ''}`}>
      <label htmlFor={id}>{label}</label>
      <Label of={name} says={label} />
      {/* What was filled in stands in the field, whatever stood there. */}
      <Control key={returned.isFilled ? returned.value : ''} {...field} shared={shared} />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {wrong.length > 0 ? (
        <p className="error" id={`${id}-error`}>
          {wrong.join('; ')}
        </p>
      ) : null}
      {warnings.length > 0 ? (
        <p className="warning" id={`${id}-warning`}>
          {say('worthALook')} {warnings.join('; ')}
        </p>
      ) : null}
    </div>
  )
}

/** Sent along where nothing can look up what stands above a field: a refusal calls it so. */
const Label = ({ of, says }: { of: string; says: string }) => (
  <noscript>
    <input type="hidden" name={labelName(of)} value={says} />
  </noscript>
)

type ControlProps = Omit<FieldProps, 'name' | 'id' | 'label' | 'hint' | 'value' | 'errors' | 'warnings' | 'size'> & {
  shared: {
    id: string
    name: string
    defaultValue: string
    'data-stored': string | undefined
    'aria-describedby': string | undefined
    'aria-invalid': true | undefined
  }
}

function Control({ options, empty, among = [], rows, type = 'text', lang, autoComplete, shared }: ControlProps) {
  if (options) return <Choice options={options} empty={empty} shared={shared} />
  if (rows) return <LongText rows={rows} lang={lang} shared={shared} />
  const input = { ...shared, type, lang, autoComplete: autoComplete ?? 'off' }
  if (among.length === 0) return <input {...input} />
  return (
    <>
      <input {...input} list={`${shared.id}-among`} />
      <datalist id={`${shared.id}-among`}>
        {among.map((one) => (
          <option key={one} value={one} />
        ))}
      </datalist>
    </>
  )
}

function LongText({ rows, lang, shared }: Pick<ControlProps, 'rows' | 'lang' | 'shared'>) {
  const control = useTypedEarly<HTMLTextAreaElement>(shared.id)
  return <textarea ref={control} {...shared} rows={rows} lang={lang} />
}

function Choice({
  options,
  empty,
  shared,
}: {
  options: Option[]
  empty: string | undefined
  shared: ControlProps['shared']
}) {
  const say = useWords()
  const control = useTypedEarly<HTMLSelectElement>(shared.id)
  const groups = [...new Set(options.map(({ group }) => group ?? ''))]
  const unknown = shared.defaultValue !== '' && !options.some(({ value }) => value === shared.defaultValue)
  return (
    <select ref={control} {...shared}>
      {empty !== undefined || shared.defaultValue === '' ? <option value="">{empty ?? say('choose')}</option> : null}
      {unknown ? <option value={shared.defaultValue}>{shared.defaultValue}</option> : null}
      {groups.map((group) => {
        const inside = options.filter((option) => (option.group ?? '') === group)
        const items = inside.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))
        return group ? (
          <optgroup key={group} label={group}>
            {items}
          </optgroup>
        ) : (
          items
        )
      })}
    </select>
  )
}

/** One thing to be ticked, with its hint and its errors; ticked again when the form was refused. */
export function Tick({ name, label, hint }: { name: string; label: string; hint?: string }) {
  const { value, errors } = useReturned(name)
  const id = `f-${name}`
  const described = [hint ? `${id}-hint` : '', errors.length > 0 ? `${id}-error` : ''].filter(Boolean).join(' ')
  return (
    <div className="field tick">
      <input
        id={id}
        type="checkbox"
        name={name}
        value="yes"
        defaultChecked={value === 'yes'}
        aria-describedby={described || undefined}
        aria-invalid={errors.length > 0 || undefined}
      />
      <label htmlFor={id}>{label}</label>
      <Label of={name} says={label} />
      {hint ? (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {errors.length > 0 ? (
        <p className="error" id={`${id}-error`}>
          {errors.join('; ')}
        </p>
      ) : null}
    </div>
  )
}

/** A hidden field that a refusal may set anew. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={useReturned(name).value ?? value} readOnly />
}
