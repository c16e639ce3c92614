import { join } from 'node:path'
import {
  type DossierRecords,
  findDoubts,
  findSiteDoubts,
  type Site,
  type Source,
  sourcesNamed,
  validateDossier,
  validateSources,
} from '@/lib/model'
import type { FileProblem } from './document'
import { entriesIn, textOf } from './files'
import { checkMessages } from './messages'
import { type FileFindings, placed, readList, readOne } from './records'
import { readReports } from './reports'
import { readSite, siteFile } from './site'
import { inContent, inDecisions, inDossier, inDossiers, inMessages, inReports, unreadIn } from './unread'

/** Everything under `content/` that is published: the site where it says something of itself, publishers and dossiers. */
export interface ContentTree {
  site?: Site | undefined
  sources: Source[]
  dossiers: DossierRecords[]
}

/** What is sound may be doubtful: `warnings` tell of that, and `doubts` counts it where that is more than can be told. */
export type ReadContent =
  | { ok: true; content: ContentTree; warnings: FileProblem[]; doubts: number }
  | { ok: false; problems: FileProblem[] }

/** So many doubts of one dossier are told: whoever has more has made the same one over and over. */
const mostTold = 500

const byPlace = (a: FileProblem, b: FileProblem) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)

/**
 * Reads a content folder (`site.yaml` with `pages/`, `sources.yaml`, `dossiers/<id>/`) and validates every record and every dossier as a whole. A file
 * that is not read is a problem too: nothing is passed over in silence.
 * Returns all records and what is doubtful about them, or all problems, with file (below the folder), line and field; throws only
 * when the folder itself cannot be read.
 */
export async function readContent(dir: string): Promise<ReadContent> {
  const problems: FileProblem[] = []
  const warnings: FileProblem[] = []
  const sources = await readSources(join(dir, 'sources.yaml'), 'sources.yaml', problems)
  const sound = problems.length === 0 ? sources : null
  const ofSite: FileFindings = { problems, places: new Map() }
  const site = await readSite(dir, ofSite)
  problems.push(...(await unreadIn(dir, '', inContent)))
  problems.push(...(await unreadIn(join(dir, 'dossiers'), 'dossiers', inDossiers)))
  problems.push(...(await unreadIn(join(dir, 'messages'), 'messages', inMessages)))
  problems.push(...(await unreadIn(join(dir, 'decisions'), 'decisions', inDecisions)))
  const messages = await checkMessages(join(dir, 'messages'))
  problems.push(...messages.problems)
  warnings.push(...messages.warnings)
  const dossiers: DossierRecords[] = []
  let untold = 0
  for (const id of await dossierFolders(dir)) {
    const findings: FileFindings = { problems, places: new Map() }
    const records = await readDossier(join(dir, 'dossiers', id), join('dossiers', id), findings, { sources: sound })
    if (!records) continue
    dossiers.push(records)
    if (records.dossier.id !== id) {
      const message = `is “${records.dossier.id}” in the folder “${id}”: they must be the same`
      problems.push(...placed([{ kind: 'dossier', id: records.dossier.id, path: ['id'], message }], findings, ''))
    }
    if (problems.length > 0) continue
    const doubts = findDoubts(records)
    untold += Math.max(0, doubts.length - mostTold)
    warnings.push(...placed(doubts.slice(0, mostTold), findings, ''))
  }
  if (site && problems.length === 0)
    warnings.push(
      ...placed(
        findSiteDoubts(
          site,
          dossiers.flatMap(({ dossier: { id, formerly = [] } }) => [id, ...formerly]),
        ),
        ofSite,
        siteFile,
      ),
    )
  return problems.length > 0
    ? { ok: false, problems: problems.sort(byPlace) }
    : {
        ok: true,
        content: { ...(site ? { site } : {}), sources, dossiers },
        warnings: warnings.sort(byPlace),
        doubts: warnings.length + untold,
      }
}

/** The names of the folders of dossiers in a content folder, sorted. */
export const dossierFolders = async (dir: string): Promise<string[]> =>
  (await entriesIn(join(dir, 'dossiers'))).flatMap(({ name, folder }) => (folder ? [name] : []))

/**
 * Reads one dossier folder of any name on its own, for asking without a database: circles of `overrides` are let be, and publishers
 * are checked where two folders further up there is a `sources.yaml`. Problems name files as the folder was named.
 */
export async function readDossierFolder(
  dir: string,
): Promise<{ ok: true; records: DossierRecords; sources: Source[] } | { ok: false; problems: FileProblem[] }> {
  const problems: FileProblem[] = []
  const file = join(dir, '..', '..', 'sources.yaml')
  const sources = (await textOf(file)) ? await readSources(file, file, problems) : null
  const known = problems.length === 0 ? sources : null
  const records = await readDossier(dir, dir, { problems, places: new Map() }, { sources: known, circles: false })
  return records && problems.length === 0
    ? { ok: true, records, sources: known ?? [] }
    : { ok: false, problems: problems.sort(byPlace) }
}

async function readSources(path: string, shown: string, problems: FileProblem[]): Promise<Source[]> {
  const findings: FileFindings = { problems, places: new Map() }
  const sources = await readList(path, shown, 'source', findings)
  problems.push(...placed(validateSources(sources), findings, shown))
  return sources
}

/**
 * Null when some record is not sound in itself: what the whole shows could not be told from what follows from that. Without sources
 * publishers are not checked.
 */
async function readDossier(
  dir: string,
  shown: string,
  findings: FileFindings,
  { sources, circles = true }: { sources: Source[] | null; circles?: boolean },
): Promise<DossierRecords | null> {
  const { problems } = findings
  const before = problems.length
  const list = <K extends 'rule' | 'change' | 'actor'>(file: string, kind: K) =>
    readList(join(dir, file), join(shown, file), kind, findings)
  const dossier = await readOne(join(dir, 'dossier.yaml'), join(shown, 'dossier.yaml'), 'dossier', findings)
  const rules = await list('rules.yaml', 'rule')
  const changes = await list('changes.yaml', 'change')
  const actors = await list('actors.yaml', 'actor')
  const reports = await readReports(join(dir, 'reports'), join(shown, 'reports'), findings)
  const isSound = problems.length === before
  problems.push(...(await unreadIn(dir, shown, inDossier)))
  problems.push(...(await unreadIn(join(dir, 'reports'), join(shown, 'reports'), inReports)))
  if (!dossier || !isSound) return null
  const records = { dossier, rules, changes, actors, reports }
  const publishers = sources ?? [...new Set(reports.flatMap(sourcesNamed))].map(stubSource)
  problems.push(...placed(validateDossier(records, publishers, { circles }), findings, shown))
  return records
}

const stubSource = (id: string): Source => ({ id, name: id, kind: 'other' })
