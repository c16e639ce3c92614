import { hrefTo, type Reading } from '@/app/_reader/reading'
import { citationFiles, citationForms } from '@/lib/citation/forms'

/** A citation as files for reference managers; `parts` lead from the dossier to the page that is cited. */
export const CitationLinks = ({ reading, parts = [] }: { reading: Reading; parts?: string[] }) => (
  <p className="label">
    {citationFiles.map((file, index) => (
      <span key={file}>
        {index > 0 && ' · '}
        <a href={hrefTo(reading, ...parts, file)} download>
          {citationForms[file].name}
        </a>
      </span>
    ))}
  </p>
)
