import 'server-only'
import { createHash } from 'node:crypto'

/**
 * The key of one sending of a form: of the rendering that it comes from and of every text in it, so that only the very same
 * form is a repetition. Undefined for a form without a key.
 */
export function attemptOf(formData: FormData): string | undefined {
  const made = formData.get('attempt')
  if (typeof made !== 'string' || made === '') return undefined
  const sent = [...formData].filter(([name, value]) => typeof value === 'string' && !/^(\$|sign-in\.)/.test(name))
  return createHash('sha256').update(JSON.stringify(sent)).digest('base64url')
}
