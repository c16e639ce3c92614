import type { ReactNode } from 'react'
import { Head } from '@/app/_components/page/Head'
import { Markdown } from '@/app/_components/words/Markdown'
import type { Reader } from '@/app/_reader/reading'
import { Missing } from '@/app/_reader/refusal'
import { pages } from '@/lib/addresses/pages'
import { hasPage, type SitePageId, say } from '@/lib/model'
import { siteMetadata, sitePage } from './document'
import { describeOfSite } from './listed'

/** The pages that the site tells of itself, each a text in its record. One without a text, and with nothing below it, there is not. */
export const ownMetadata = (name: SitePageId) =>
  siteMetadata(pages[name], (reader) => {
    if (!hasPage(reader.site, name)) throw new Missing('page', name)
    return describeOfSite(reader, name)
  })

/** A text of the site at the edition that is read; `below` draws what stands under it. */
export const ownPage = (name: SitePageId, below?: (reader: Reader) => ReactNode) =>
  sitePage(pages[name], async (reader) => {
    const { locale, t, site } = reader
    if (!hasPage(site, name)) throw new Missing('page', name)
    const said = site.pages?.[name] && say(site.pages[name], locale)
    return (
      <>
        <Head kicker={reader.siteName} title={t(`pages.${name}`)} small />
        {said && <Markdown source={said.text} locale={locale} language={said.language} className="prose" />}
        {below?.(reader)}
      </>
    )
  })
