/** What the value of a parameter is. */
export type ParameterKind =
  | 'text'
  /** A day, written in full. */
  | 'day'
  /** A day, a month or a year. */
  | 'date'
  /** A number from 1 on. */
  | 'number'
  /** The id of a record, dossier, dimension or value. */
  | 'id'
  /** One of a closed list of words. */
  | 'code'
  /** A change and the day from which it is taken to be in force, `change@2027-01-01`. */
  | 'assumption'

/** One parameter of an address. */
export interface Parameter {
  kind: ParameterKind
  /** All it may be, of kind `code`. */
  codes?: readonly string[]
  /** What it is about, in English, for who reads the description of the API. */
  says?: string
  required?: true
  /** It may be given several times, each time with another value; in which order does not matter. */
  many?: true
}

/** Stands among the names of parameters for the dimensions of the dossier, each a parameter under its own id. */
export const eachDimension = '{dimension}'

/** One public address pattern. `{locale}` is a language, any other `{name}` an id (a slug). */
export interface Address<Path extends string = string, Name extends string = string> {
  path: Path
  /** All parameters that it has, but for dimensions. */
  parameters: Readonly<Record<Name, Parameter>>
  /**
   * Whether the dimensions of the dossier are parameters too. On `keepEmpty` an empty one differs from one left out: the
   * matrix takes it as "any value" where a missing one means the usual value.
   */
  dimensions?: 'dropEmpty' | 'keepEmpty'
  /** Which of several values counts of a parameter that has one; left out, several are refused. */
  repeated?: 'first' | 'last'
  /** Whether what it answers is for one reader: it is never kept as a copy, and robots are asked to leave it. */
  isPrivate?: boolean
  /** Whether it is a page of the site, in all its languages. */
  isPage?: boolean
  /** Of a page: whether `on` is the day that it asks about; on all others it is the day that counts as today. */
  asksForDay?: boolean
  /** Whether parameters that it does not have are overlooked; left out, they are refused. */
  overlooks?: boolean
  /** Whether the answer holds absolute addresses, which depend on the host while no public address is set. */
  absolute: boolean
}

/** The names that may be read of an address; `eachDimension` stands for those of the dossier. */
export type NamesOf<A extends Address> =
  | (keyof A['parameters'] & string)
  | (A extends { dimensions: string } ? typeof eachDimension : never)

type PartNames<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PartNames<Rest>
  : never

/** The parts that fill an address: `{locale, dossier, id}`. */
export type PartsOf<A extends Address> = Record<PartNames<A['path']>, string>

type Pieces<Path extends string> = Path extends ''
  ? []
  : Path extends `${infer First}/${infer Rest}`
    ? [First extends `{${string}}` ? string : First, ...Pieces<Rest>]
    : [Path extends `{${string}}` ? string : Path]

/** The pieces that follow `Before` in an address: `['rules', string]` of `/{locale}/{dossier}/rules/{id}`. */
export type PiecesBelow<Before extends string, A extends Address> =
  A extends Address<infer Path>
    ? Path extends Before
      ? []
      : Path extends `${Before}/${infer Rest}`
        ? Pieces<Rest>
        : never
    : never

/** The path of an address with its parts filled in; what stands before `{locale}` and the language itself are left out. */
export function pathBelowLanguage(address: Address, parts: Readonly<Record<string, unknown>>): string {
  return address.path
    .replace(/^\/\{locale\}/, '')
    .replace(/\{(\w+)\}/g, (_, name: string) => (Object.hasOwn(parts, name) ? String(parts[name]) : ''))
}
