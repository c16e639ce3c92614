import type { z } from 'zod'
import { en, ja } from 'zod/locales'
import { english, japanese } from '@/lib/addresses/names'
import type { Locale } from '@/lib/model'

const words: Record<string, z.core.$ZodErrorMap> = { [english]: en().localeError, [japanese]: ja().localeError }

/** What a schema says by itself of what it refuses, in one language; for `safeParse` of zod. */
export const zodWords = (locale: Locale): z.core.$ZodErrorMap => words[locale] ?? en().localeError
