import { citationFiles, evidenceFiles } from '@/lib/addresses/names'
import { toBibtex } from './bibtex'
import { toCslJson } from './csl'
import { toRis } from './ris'
import type { Work } from './work'

export { citationFiles, evidenceFiles }
export type CitationFile = (typeof citationFiles)[number]

export interface CitationForm {
  name: string
  type: string
  /** What a file's name ends with. */
  ending: string
  /** One work or several as one file. */
  write: (works: readonly Work[]) => string
}

export const citationForms: Record<CitationFile, CitationForm> = {
  'cite.bib': {
    name: 'BibTeX',
    type: 'application/x-bibtex; charset=utf-8',
    ending: 'bib',
    write: (works) => works.map(toBibtex).join('\n'),
  },
  'cite.ris': {
    name: 'RIS',
    type: 'application/x-research-info-systems; charset=utf-8',
    ending: 'ris',
    write: (works) => works.map(toRis).join(''),
  },
  'cite.json': {
    name: 'CSL-JSON',
    type: 'application/vnd.citationstyles.csl+json',
    ending: 'json',
    write: toCslJson,
  },
}

/** The form that a file name asks for, of a page or of the evidence of an answer; undefined for any other name. */
export const citationFormOf = (file: string): CitationForm | undefined =>
  Object.values(citationForms).find(({ ending }) =>
    [...citationFiles, ...evidenceFiles].some((name) => name === file && name.endsWith(`.${ending}`)),
  )
