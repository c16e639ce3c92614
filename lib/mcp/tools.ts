import { z } from 'zod'
import type { Address, Parameter } from '@/lib/addresses/address'
import { api } from '@/lib/addresses/api'
import { parameter, pins } from '@/lib/addresses/parameters'
import { idSchema } from '@/lib/model'

/** One tool: what it says of itself, and the address of the API whose parameters are its arguments. */
interface McpTool {
  title: string
  description: string
  address: Address
  /** The parameters that it takes; left out: all of them. */
  takes?: readonly string[]
  /** Those of them that must be given, beside those that the address calls for. */
  needs?: readonly string[]
  /** What is always asked. */
  always?: Readonly<Record<string, string>>
}

const dossierIn = 'Id of the dossier: the tool dossiers lists them'

/** The tools, by their names. All of them only read. */
export const mcpTools = {
  dossiers: {
    title: 'Dossiers',
    description:
      'What is followed here: each dossier with its question and its dimensions; with `id` the ids of their values too. Begin here: the other tools take these ids.',
    address: api.dossiers,
    takes: ['id', 'edition'],
    always: { fields: 'title,question,summary,timeZone,dimensions' },
  },
  search: {
    title: 'Search',
    description:
      'Finds dossiers, rules, changes, actors, publishers and reports that hold all words, twenty to a page.',
    address: api.search,
  },
  report: {
    title: 'One report',
    description:
      'A published report or official document as it is kept here: publisher, address, our summary, and what it says of which change.',
    address: api.reports,
    takes: ['dossier', 'id', 'edition'],
    needs: ['dossier', 'id'],
  },
  answer: {
    title: 'Answer a question',
    description:
      'What is allowed on a day: the answer, since when, by which rule and change, because of which reports, what also applies, what is pending and what comes next. Give one value for each dimension in `case`; one left out stands for all of its values.',
    address: api.verdict,
  },
  compare: {
    title: 'Compare two days',
    description:
      'The cases whose answer differs between two days, or two editions, with the change that explains each and the direction.',
    address: api.compare,
  },
  next: {
    title: 'What comes next',
    description:
      'The coming dates of a dossier, the nearest first: what rules come to say, steps that are announced, open forecasts.',
    address: {
      path: '/api/v1/dossiers/{dossier}/next',
      parameters: {
        known: parameter.day('Only reports published by this day count; not a day to come'),
        edition: pins.edition,
      },
      absolute: true,
    },
  },
} as const satisfies Record<string, McpTool>

export type McpToolName = keyof typeof mcpTools
export const mcpToolNames = Object.keys(mcpTools) as McpToolName[]

/** Arguments of a tool, as its schema (`mcpArguments`) lets them through. */
export type McpArguments = Readonly<
  Record<string, string | number | readonly string[] | Readonly<Record<string, string>>>
>

/** Values that one argument may have at most. */
const mostValues = 20
const longest = 2000

function schemaOf({ kind, codes, many, says = '' }: Parameter): z.ZodType {
  const text = z.string().max(longest)
  const one = codes ? z.enum(codes as [string, ...string[]]) : kind === 'number' ? z.int().min(1) : text
  return (many ? z.array(one).max(mostValues) : one).describe(says)
}

/** What a tool takes, made of the parameters of its address; what it does not have is refused. */
export function mcpArguments(name: McpToolName) {
  const { address, takes, needs = [] }: McpTool = mcpTools[name]
  const taken = Object.entries<Parameter>(address.parameters).filter(([one]) => takes?.includes(one) ?? true)
  const fields = taken.map(([one, { many, ...rest }]) => {
    const isNeeded = needs.includes(one)
    // What must be named is one thing.
    const schema = schemaOf(many && !isNeeded ? { ...rest, many } : rest)
    return [one, rest.required || isNeeded ? schema : schema.optional()] as const
  })
  const shape: Record<string, z.ZodType> = {
    ...(address.path.includes('{dossier}') ? { dossier: idSchema.describe(dossierIn) } : {}),
    ...(address.dimensions
      ? {
          case: z
            .record(z.string(), z.string())
            .optional()
            .describe('Per dimension of the dossier the id of a value, leaf or inner, of a group or of a member'),
        }
      : {}),
    ...Object.fromEntries(fields),
  }
  return z.strictObject(shape)
}

/** The path and query of the API that answer a call. */
export function mcpTarget(name: McpToolName, given: McpArguments): { path: string; query: URLSearchParams } {
  const { address, always = {} }: McpTool = mcpTools[name]
  const { dossier, case: dimensions, ...others } = given
  const inPath = address.path.includes('{dossier}')
  const path = address.path.replace('{dossier}', encodeURIComponent(String(dossier)))
  const all = {
    ...(typeof dimensions === 'object' ? dimensions : {}),
    ...(inPath ? {} : { dossier }),
    ...others,
    ...always,
  }
  const query = new URLSearchParams()
  for (const [one, value] of Object.entries(all))
    for (const text of [value ?? []].flat()) query.append(one, String(text))
  return { path, query }
}
