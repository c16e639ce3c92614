import { type Cited, citedDossier, citedReport } from '@/lib/citation/cited'
import { citationForms } from '@/lib/citation/forms'
import type { Work } from '@/lib/citation/work'
import { parseYaml, splitFrontMatter } from '@/lib/content/document'
import { isLocale, parseRecord, type RecordKind, type RecordOf, say, siteId } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { type Proof, ProofFaultError } from './proof'
import type { Statement } from './statement'

type ProvenRecord = NonNullable<Proof['records']>[number]

/** The address of this tracker in a citation: it pins the edition and the day. In BibTeX some signs stand behind a backslash. */
const pinned =
  /(https?:\/\/[^\s"{}/]+)\/([A-Za-z-]+)\/([a-z0-9-]+)(?:\/reports\/([a-z0-9-]+))?\?edition=(\d+)\\?&on=(\d{4}-\d{2}-\d{2})/g

/**
 * Checks that a citation is, byte by byte, what the tracker makes of the records of a proof, which is known to hold: of each work at the edition and on
 * the day that it names. Throws `ProofFaultError`.
 */
export function checkCitation(text: string, proof: Proof, statement: Statement): void {
  // A work may name its address more than once, in the forms that have several places for it.
  const named = new Map([...text.matchAll(pinned)].map((found) => [found[0].replaceAll('\\', ''), found]))
  const works = [...named.values()].map((found) => workOf(found, proof, statement))
  if (works.length === 0)
    throw new ProofFaultError(
      'it is none of the files of the proof, and no citation of a report or a dossier of this tracker',
    )
  const { write } = citationForms[text.startsWith('@') ? 'cite.bib' : text.startsWith('[') ? 'cite.json' : 'cite.ris']
  if (write(works) !== text) throw new ProofFaultError(`it differs from what edition ${statement.edition} makes of it`)
}

function workOf(found: RegExpMatchArray, proof: Proof, statement: Statement): Work {
  const [, written = '', locale = '', dossierId = '', reportId, edition, today = ''] = found
  const origin = written.replaceAll('\\', '')
  if (Number(edition) !== statement.edition)
    throw new ProofFaultError(`it is of edition ${edition}, and the proof of edition ${statement.edition}`)
  if (origin !== proof.origin)
    throw new ProofFaultError(`it is of ${origin}, and the proof of ${proof.origin ?? 'no address'}`)
  if (!isLocale(locale)) throw new ProofFaultError(`there are no words in the language ${locale} here`)
  const take = <K extends RecordKind>(kind: K, dossier: string, id: string): RecordOf[K] => {
    const record = proof.records?.find((one) => one.kind === kind && one.dossier === dossier && one.id === id)
    if (!record) throw new ProofFaultError(`the proof does not hold the ${kind} ${id} on which it rests`)
    return recordIn(kind, record)
  }
  const report = reportId === undefined ? undefined : take('report', dossierId, reportId)
  const cited: Cited = {
    locale,
    t: translator(locale),
    siteName: say(take('site', '', siteId).name, locale).text,
    dossier: take('dossier', dossierId, dossierId),
    sources: new Map(report ? [[report.source, take('source', '', report.source)]] : []),
    edition: { number: statement.edition, publishedAt: statement.time },
    today,
    origin,
  }
  return report ? citedReport(cited, report) : citedDossier(cited)
}

/** A record out of its files; pages of the site and translations, which no citation tells, are left out. */
function recordIn<K extends RecordKind>(kind: K, { id, files }: ProvenRecord): RecordOf[K] {
  const isMain = (file: string) => !file.startsWith('pages/') && (kind !== 'report' || file.endsWith(`/${id}.md`))
  const text = files.find(({ file }) => isMain(file))?.text ?? ''
  const matter = kind === 'report' ? splitFrontMatter(text) : null
  const { data } = parseYaml('', matter?.matter ?? text)
  const fields = Array.isArray(data) ? data[0] : data
  const parsed = parseRecord(
    kind,
    matter ? { ...fields, ...(matter.body.trim() && { summary: matter.body.trim() }) } : fields,
  )
  if (!parsed.ok) throw new ProofFaultError(`the ${kind} ${id} cannot be read`)
  return parsed.record
}
