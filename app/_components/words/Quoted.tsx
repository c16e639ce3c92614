import { directionOf } from '@/lib/words/direction'
import { quotedInside } from '@/lib/words/quoted'

interface Props {
  quote: { text: string; language: string }
  /** On lines of its own. */
  block?: boolean
}

/** A short quote in the marks of its own language, what it quotes in turn in the marks of the second level. */
export function Quoted({ quote: { text, language }, block = false }: Props) {
  const marked = { lang: language, dir: directionOf(language) }
  if (!block) return <q {...marked}>{quotedInside(text)}</q>
  return (
    <blockquote className="quote" {...marked}>
      <q>{quotedInside(text)}</q>
    </blockquote>
  )
}
