import { pinsOf, type Reader } from './reading'

/** What is pinned, as hidden fields: a GET form leaves the query of its own address behind. */
export const Pins = ({ reader }: { reader: Reader }) =>
  Object.entries(pinsOf(reader)).map(([name, value]) =>
    value === undefined ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
