import { type Source, wordingsOf } from '@/lib/model'
import { normalise } from '@/lib/terms/normalise'

/** The publisher that an article names, or whose site it stands on; null where none is known. */
export function publisherOf(
  sources: Iterable<Source>,
  { publisher, url }: { publisher: string; url: string },
): Source | null {
  const name = normalise(publisher)
  const host = hostOf(url)
  let byHost: Source | null = null
  for (const source of sources) {
    if (name !== '' && wordingsOf(source.name).some(({ text }) => normalise(text) === name)) return source
    const own = source.url === undefined ? '' : hostOf(source.url)
    if (own !== '' && (host === own || host.endsWith(`.${own}`))) byHost ??= source
  }
  return byHost
}

const hostOf = (address: string): string =>
  URL.canParse(address) ? new URL(address).hostname.replace(/^www\./, '') : ''
