import type { citationFiles } from '@/lib/addresses/names'
import { toBibtex } from './bibtex'
import { toCslJson } from './csl'
import { toRis } from './ris'
import type { Work } from './work'

export { citationFiles } from '@/lib/addresses/names'
export type CitationFile = (typeof citationFiles)[number]

interface CitationForm {
  name: string
  type: string
  /** One work or several as one file. */
  write: (works: readonly Work[]) => string
}

export const citationForms: Record<CitationFile, CitationForm> = {
  'cite.bib': {
    name: 'BibTeX',
    type: 'application/x-bibtex; charset=utf-8',
    write: (works) => works.map(toBibtex).join('\n'),
  },
  'cite.ris': {
    name: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    write: (works) => works.map(toRis).join(''),
  },
  'cite.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
}

export const isCitationFile = (name: string): name is CitationFile => Object.hasOwn(citationForms, name)
