import type { Address, NamesOf, Parameter } from '@/lib/addresses/address'
import { unknownParameter } from '@/lib/addresses/unknown'
import { BadParameter } from './refusal'

/** What a parameter was given as. */
export type Given = string | string[] | undefined

/** The query of an address: what may be read of it are the parameters that the address has. */
export type Query<Name extends string = never> = Readonly<Record<Name, Given>>

/** What is asked: an address, its query, and the current day, whatever edition is read. */
export interface AskedAddress<Name extends string = never> {
  address: Address
  query: Query<Name>
  present: string
}

/** Refuses a parameter that the address does not have, `dimensions` being those of its dossier. Throws `BadParameter`. */
export function refuseUnknown(address: Address, query: Query, dimensions: readonly string[]): void {
  const given = Object.entries<Given>(query).filter(([, value]) => value !== undefined)
  const unknown = unknownParameter(
    address,
    given.map(([name]) => name),
    dimensions,
  )
  if (!unknown) return
  const values = [given.find(([name]) => name === unknown.name)?.[1]].flat()
  // Of `constructor=1` Next makes two values, the first of which is none.
  const value = values.filter((one) => typeof one === 'string').join(', ')
  throw new BadParameter(unknown.name, value, { code: 'unknown', known: unknown.known }, unknown.near)
}

/** The query of a request to an address that says which of several values counts. Throws `BadParameter` for what it does not have. */
export function readQuery<A extends Address>(
  address: A,
  parameters: URLSearchParams,
  dimensions: readonly string[] = [],
): Query<NamesOf<A>> {
  const pairs = address.repeated === 'first' ? [...parameters].toReversed() : [...parameters]
  const all = Object.entries<Parameter>(address.parameters).flatMap(([name, { many }]) =>
    many && parameters.has(name) ? [[name, parameters.getAll(name)] as const] : [],
  )
  const query = { ...Object.fromEntries(pairs), ...Object.fromEntries(all) } as Query<NamesOf<A>>
  refuseUnknown(address, query, dimensions)
  return query
}
