import type { ReactNode } from 'react'
import { RailSection } from '@/app/_components/page/Section'
import { Words } from '@/app/_components/words/Words'
import { type Reader, siteHref, withQuery } from '@/app/_reader/reading'
import type { Found } from '@/app/_server/search'
import type { Dossier } from '@/lib/model'
import { searchedKinds } from '@/lib/search/fields'

interface Props {
  reader: Reader
  counts: Found['counts']
  dossiers: readonly Dossier[]
  asked: { q: string; kind: string | undefined; dossier: string | undefined }
}

/** How many records of each kind and dossier there are; each a link to these alone. */
export function SearchFacets({ reader, counts, dossiers, asked }: Props) {
  const { t, locale } = reader
  const sum = (keep: (row: Found['counts'][number]) => boolean) =>
    counts.filter(keep).reduce((total, { hits }) => total + hits, 0)
  const inDossier = (row: Found['counts'][number]) => !asked.dossier || row.dossier === asked.dossier
  const ofKind = (row: Found['counts'][number]) => !asked.kind || row.kind === asked.kind
  const kinds = searchedKinds.map((kind) => ({
    id: kind,
    name: t(`search.kind.${kind}`),
    hits: sum((row) => row.kind === kind && inDossier(row)),
  }))
  const places = dossiers.map(({ id, title }) => ({
    id,
    name: <Words text={title} locale={locale} />,
    hits: sum((row) => row.dossier === id && ofKind(row)),
  }))
  const all = (hits: number) => ({ id: undefined, name: t('search.all'), hits })
  return (
    <aside className="rail facets">
      <Facet {...{ reader, asked }} name="kind" title={t('search.kinds')} choices={[all(sum(inDossier)), ...kinds]} />
      {dossiers.length > 1 && (
        <Facet
          {...{ reader, asked }}
          name="dossier"
          title={t('search.dossiers')}
          choices={[all(sum(ofKind)), ...places]}
        />
      )}
    </aside>
  )
}

interface FacetProps extends Pick<Props, 'reader' | 'asked'> {
  name: 'kind' | 'dossier'
  title: string
  choices: { id: string | undefined; name: ReactNode; hits: number }[]
}

function Facet({ reader, asked, name, title, choices }: FacetProps) {
  const shown = choices.filter(({ id, hits }) => hits > 0 || id === asked[name])
  return (
    <RailSection id={`by-${name}`} title={title}>
      <ul>
        {shown.map(({ id, name: label, hits }) => (
          <li key={id ?? ''}>
            <a
              href={withQuery(siteHref(reader, 'search'), { ...asked, [name]: id ?? '' })}
              aria-current={id === asked[name] ? 'true' : undefined}
            >
              {label} <span className="soft">{hits}</span>
            </a>
          </li>
        ))}
      </ul>
    </RailSection>
  )
}
