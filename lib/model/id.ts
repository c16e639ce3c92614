import { z } from 'zod'

const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/
export const isId = (text: string): boolean => slug.test(text) && text.length <= 120

/** Schema of an id: a slug of lower-case letters, digits and single hyphens. What gets another one keeps it in `formerly`. */
export const idSchema = z
  .string()
  .max(120, 'is too long for an id: use at most 120 characters')
  .regex(slug, 'is not an id: use lower-case letters, digits and single hyphens')
