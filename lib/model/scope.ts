import { z } from 'zod'
import { fewNames, listOf, mostValues } from './bounds'
import { idSchema } from './id'

const asList = (value: unknown) => (typeof value === 'string' ? [value] : value)

/** Per dimension a set of values; a value stands for all its leaves, a dimension left out for all leaves (model, section 1). */
export const scopeSchema = z
  .record(
    idSchema,
    z.preprocess(asList, listOf(idSchema, mostValues).min(1, 'names no value: leave the dimension out to mean all')),
  )
  .refine(...fewNames('dimensions'))
export type Scope = z.infer<typeof scopeSchema>
