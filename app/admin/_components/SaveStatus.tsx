'use client'

import { useSent } from './DeskForm'
import { useWords } from './InBrowser'
import { Moment } from './Moment'

/** Says that the form is being saved, and when it was. */
export function SaveStatus() {
  const say = useWords()
  const { state, saving } = useSent()
  return (
    <span role="status" className="hint">
      {saving ? say('saving') : null}
      {!saving && state && 'at' in state ? (
        <>
          {say('savedAt')} <Moment at={state.at} />
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
