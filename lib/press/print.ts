import { type Tag, walkMarkup } from './markup'

/** A page that Next meant to complete by script, which no reader would get: a Suspense boundary was left open. */
export class UnprintableError extends Error {
  constructor(readonly reason: string) {
    super(`The page cannot be printed: ${reason}. Public pages may not rely on streaming (model, section 5).`)
    this.name = 'UnprintableError'
  }
}

const ownScripts = '/assets/'
/** Types of script elements that hold data and are never run (HTML standard, section 4.12.1: data blocks). */
const dataTypes = new Set(['application/ld+json', 'application/json'])

/**
 * The document as readers get it: without Next's scripts and what loads them ahead, and without comments. Data blocks (JSON-LD),
 * our own modules under `/assets`, styles, icons, text and all else stay byte for byte. Throws `UnprintableError`.
 */
export function printPage(html: string): string {
  const kept: string[] = []
  let from = 0
  for (const found of walkMarkup(html)) {
    if (found.kind === 'tag' && isStreamed(found)) throw new UnprintableError(html.slice(found.start, found.end))
    if (found.kind === 'tag' && !isRuntime(found)) continue
    kept.push(html.slice(from, found.start))
    from = found.end
  }
  kept.push(html.slice(from))
  return kept.join('')
}

function isRuntime({ name, attributes }: Tag): boolean {
  if (name === 'script') return !isOwn(attributes)
  if (name === 'link') return loadsScript(attributes)
  return name === 'meta' && attributes.get('name') === 'next-size-adjust'
}

const isOwn = (attributes: Map<string, string>): boolean =>
  attributes.has('src')
    ? (attributes.get('src') ?? '').startsWith(ownScripts)
    : dataTypes.has((attributes.get('type') ?? '').toLowerCase())

function loadsScript(attributes: Map<string, string>): boolean {
  const relations = (attributes.get('rel') ?? '').toLowerCase().split(/\s+/)
  const href = attributes.get('href') ?? ''
  if (href.startsWith(ownScripts)) return false
  return (
    relations.includes('modulepreload') ||
    (relations.includes('preload') && (attributes.get('as') ?? '').toLowerCase() === 'script')
  )
}

const isStreamed = ({ name, attributes }: Tag): boolean =>
  /^[BS]:/.test(attributes.get('id') ?? '') && (name === 'template' || attributes.has('hidden'))
