'use client'

import { useSent } from './DeskForm'
import { Moment } from './Moment'

/** Says that the form is being saved, and when it was. */
export function SaveStatus() {
  const { state, saving } = useSent()
  return (
    <span role="status" className="hint">
      {saving ? 'Saving…' : null}
      {!saving && state && 'at' in state ? (
        <>
          Saved at <Moment at={state.at} />
        </>
      ) : null}
    </span>
  )
}

/** The version of a draft that a form was made from, or that its text is to take the place of. */
export function Version({ value }: { value: number }) {
  const { state } = useSent()
  const returned = state && 'values' in state ? Number(state.values.version) : Number.NaN
  const stored = state && 'version' in state ? state.version : 0
  return (
    <input
      type="hidden"
      name="version"
      value={Number.isInteger(returned) ? returned : Math.max(value, stored)}
      readOnly
    />
  )
}
