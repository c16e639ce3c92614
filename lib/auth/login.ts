import { z } from 'zod'

/** What a login may be: a word without blanks, eighty signs at most. Case and width are folded when it is kept. */
export const loginSchema = z
  .string()
  .trim()
  .min(1, 'is missing')
  .max(80, 'may have 80 characters at most')
  .regex(/^[^\s\p{Cc}]*$/u, 'may hold no blanks')

/** What a person may be called. */
export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'is missing')
  .max(120, 'may have 120 characters at most')
  .regex(/^\P{Cc}*$/u, 'holds a control character or half a character, which cannot be kept')

/** A new password with its repetition, by the names of their fields. `newPasswordProblem` judges it further. */
export const newPasswordFields = {
  new_password: z.string().min(12, 'must have at least 12 characters').max(200, 'may have 200 characters at most'),
  again_password: z.string(),
}

/** Holds a form with `newPasswordFields` to the same password twice. */
export const samePassword = (form: { new_password: string; again_password: string }): boolean =>
  form.new_password === form.again_password

/** What is said at the second field where they differ. */
export const notTheSame = { path: ['again_password'], error: 'is not the same' }
