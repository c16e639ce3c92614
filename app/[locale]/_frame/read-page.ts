import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Locale } from '@/lib/model'

/** The Markdown of one of the site's own pages, from `content/pages`. */
export const readPage = (name: 'about' | 'data' | 'method', locale: Locale): Promise<string> =>
  readFile(join(process.cwd(), 'content', 'pages', `${name}.${locale}.md`), 'utf8')
