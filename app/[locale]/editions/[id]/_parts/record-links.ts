import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { RecordKind } from '@/lib/model'

/** The page on which a record can be read; null where there is none. */
export function hrefOfRecord(
  reader: Reader,
  { kind, dossier, id }: { kind: RecordKind; dossier: string; id: string },
): string | null {
  if (kind === 'dossier') return siteHref(reader, id)
  if (kind === 'actor') return withQuery(siteHref(reader, dossier, 'timeline'), { actor: id })
  if (kind === 'source') return null
  return siteHref(reader, dossier, `${kind}s`, id)
}
