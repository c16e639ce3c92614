import type { ReactNode } from 'react'
import { type Reader, type Reading, siteHref, withQuery } from '@/app/_reader/reading'
import { citationFiles, citationForms } from '@/lib/citation/forms'
import type { Day } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'
import { quotedInside } from '@/lib/words/quoted'
import { RailSection, Section } from './Section'

interface Props {
  reader: Reader
  /** What the page is, in words. */
  what: string
  /** The day for which it holds; null for a page that names its days itself. */
  on?: Day | null
  /** The part of its address that makes this a document of its own. */
  query?: Record<string, string | readonly string[] | undefined>
  /** Dimensions that its address leaves open, which is to say so with an empty value. */
  open?: readonly string[]
  /** A heading of its own. */
  title?: string
  /** Stands in the rail beside the text. */
  rail?: boolean
  children?: ReactNode
}

/**
 * How to cite the page that is read. Its address names the edition and the day, so that it will always show the same
 * (model, section 4).
 */
export function Citation({ reader, what, on = reader.today, query, open = [], title, rail = false, children }: Props) {
  const { locale, t, edition, origin, path } = reader
  const pinned = { ...query, edition: String(edition.number), on: on ?? undefined }
  const url = `${origin}${withQuery(`/${locale}${path}`, pinned)}${open.map((id) => `&${id}=`).join('')}`
  const date = on === null ? 'none' : formatDate(on, locale)
  const Part = rail ? RailSection : Section
  return (
    <Part id="cite" title={title ?? t('cite.title')}>
      {children}
      <p className="citation label">
        {t('cite.line', { site: reader.siteName, number: edition.number, what: quotedInside(what), date, url })}
      </p>
    </Part>
  )
}

interface LinksProps {
  reading: Reading
  /** They lead from the dossier to the page that is cited. */
  parts?: string[]
  /** What its address asks. */
  query?: Record<string, string | undefined>
}

/** A citation as files for reference managers. */
export const CitationLinks = ({ reading, parts = [], query = {} }: LinksProps) => (
  <p className="label">
    {citationFiles.map((file, index) => (
      <span key={file}>
        {index > 0 && ' · '}
        <a href={withQuery(siteHref(reading, reading.dossier.id, ...parts, file), query)} download>
          {citationForms[file].name}
        </a>
      </span>
    ))}
  </p>
)
