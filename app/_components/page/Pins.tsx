import { pinsOf, type Reader } from '@/app/_reader/reading'

/** What is pinned, as hidden fields: a GET form leaves the query of its own address behind. A field that it shows is no pin. */
export const Pins = ({ reader, shown }: { reader: Reader; shown?: 'edition' }) =>
  Object.entries(pinsOf(reader)).map(([name, value]) =>
    value === undefined || name === shown ? null : <input key={name} type="hidden" name={name} value={value} />,
  )
