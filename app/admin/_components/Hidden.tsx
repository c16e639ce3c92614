'use client'

import { useReturned } from './DeskForm'

/** A hidden field that a refusal may set anew. */
export function Hidden({ name, value }: { name: string; value: string }) {
  return <input type="hidden" name={name} value={useReturned(name).value ?? value} readOnly />
}
