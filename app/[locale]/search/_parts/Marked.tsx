import { Foreign } from '@/app/_components/words/Words'
import type { Locale } from '@/lib/model'
import type { Marked as MarkedText } from '@/lib/search/snippet'

/** A text with what was searched for marked; it carries its language where that is not the page's. */
export function Marked({ text: { pieces, language }, locale }: { text: MarkedText; locale: Locale }) {
  const marked = pieces.map(({ text, hit }, at) => {
    const key = `${at} ${text}`
    return hit ? <mark key={key}>{text}</mark> : <span key={key}>{text}</span>
  })
  return language === locale ? marked : <Foreign language={language}>{marked}</Foreign>
}
