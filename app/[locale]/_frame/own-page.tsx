import 'server-only'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReactNode } from 'react'
import { Head } from '@/app/_components/page/Head'
import { Markdown } from '@/app/_components/words/Markdown'
import type { Reader } from '@/app/_reader/reading'
import { pages } from '@/lib/addresses/pages'
import type { Locale } from '@/lib/model'
import { siteMetadata, sitePage } from './document'
import { describeOfSite } from './listed'

/** The pages that the site tells of itself, each a text in `content/pages`. */
type OwnPage = 'about' | 'data' | 'method'

export const ownMetadata = (name: OwnPage) => siteMetadata(pages[name], (reader) => describeOfSite(reader, name))

/** A text of the site; `below` draws what stands under it. */
export const ownPage = (name: OwnPage, below?: (reader: Reader) => ReactNode) =>
  sitePage(pages[name], async (reader) => {
    const { locale, t } = reader
    return (
      <>
        <Head kicker={t('site.name')} title={t(`pages.${name}`)} small />
        <Markdown source={await textOf(name, locale)} locale={locale} language={locale} className="prose" />
        {below?.(reader)}
      </>
    )
  })

const textOf = (name: OwnPage, locale: Locale): Promise<string> =>
  readFile(join(process.cwd(), 'content', 'pages', `${name}.${locale}.md`), 'utf8')
