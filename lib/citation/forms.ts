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
  write: (work: Work) => string
}

export const citationForms: Record<CitationFile, CitationForm> = {
  'cite.bib': { name: 'BibTeX', type: 'application/x-bibtex; charset=utf-8', write: toBibtex },
  'cite.ris': { name: 'RIS', type: 'application/x-research-info-systems; charset=utf-8', write: toRis },
  'cite.json': { name: 'CSL-JSON', type: 'application/vnd.citationstyles.csl+json', write: toCslJson },
}

export const isCitationFile = (name: string): name is CitationFile => Object.hasOwn(citationForms, name)
