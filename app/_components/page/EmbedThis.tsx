import type { Reader } from '@/app/_reader/reading'
import { withQuery } from '@/app/_reader/reading'
import { type Embeddable, embedOf } from '@/lib/addresses/embeds'
import { frameHtml, usualHeight } from '@/lib/embeds/oembed'
import type { Day } from '@/lib/model'
import { formatDate } from '@/lib/words/dates'

interface Props {
  reader: Reader
  part: Embeddable
  /** What the page is, in words. */
  what: string
  /** The part of its address that makes it what it is, but for the day and the edition. */
  query?: Record<string, string | readonly string[] | undefined>
  /** Dimensions that its address leaves open, which is to say so with an empty value. */
  open?: readonly string[]
  /** The day that it asks about, where that is not today; without it a frame follows the present. */
  on?: Day | undefined
}

/** The lines by which other sites show what the page is about: as it stands from then on, and as it stands here. */
export function EmbedThis({ reader, part, what, query = {}, open = [], on }: Props) {
  const { locale, t, edition, origin, path, today } = reader
  const locked = { edition: String(edition.number), on: on ?? today }
  const htmlAt = (asked: Record<string, string | undefined>) => {
    const page = withQuery(`/${locale}${path}`, { ...query, ...asked })
    const opened = open.map((id) => `${id}=`).join('&')
    const src = opened === '' ? page : `${page}${page.includes('?') ? '&' : '?'}${opened}`
    return frameHtml({ src: origin + embedOf(src), title: what, width: '100%', height: usualHeight[part] })
  }
  return (
    <details className="embed-this fold">
      <summary>{t('embed.title')}</summary>
      <p className="label">{t('embed.intro')}</p>
      <Line label={t('embed.present')} html={htmlAt({ on })} />
      <Line
        label={t('embed.locked', { date: formatDate(locked.on, locale), number: edition.number })}
        html={htmlAt(locked)}
      />
    </details>
  )
}

const Line = ({ label, html }: { label: string; html: string }) => (
  <p className="embed-line">
    <span className="label">{label}</span>
    <code translate="no">{html}</code>
  </p>
)
