import { citationFiles, citationForms } from '@/lib/citation/forms'
import { type Reading, siteHref } from './reading'

/** A citation as files for reference managers; `parts` lead from the dossier to the page that is cited. */
export const CitationLinks = ({ reading, parts = [] }: { reading: Reading; parts?: string[] }) => (
  <p className="label">
    {citationFiles.map((file, index) => (
      <span key={file}>
        {index > 0 && ' · '}
        <a href={siteHref(reading, reading.dossier.id, ...parts, file)} download>
          {citationForms[file].name}
        </a>
      </span>
    ))}
  </p>
)
