import 'server-only'
import { type Cited, citedDossier, citedReport } from '@/app/_reader/cited'
import { citation } from '@/lib/addresses/feeds'
import { readQuery } from '@/lib/asking/query'
import { editionOf, onOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { type CitationFile, citationForms, isCitationFile } from '@/lib/citation/forms'
import type { Work } from '@/lib/citation/work'
import { isLocale } from '@/lib/model'
import { translator } from '@/lib/words/messages'
import { origin } from './address'
import { inWords } from './file'
import { findDossier, type OpenDossier } from './site'

interface DossierAsked {
  locale: string
  dossier: string
  file: string
}
interface ReportAsked extends DossierAsked {
  id: string
}

/** A handler that cites the state of a dossier. */
export const citeDossier = citationHandler<DossierAsked>((cited) => citedDossier(cited))

/** A handler that cites a report; 410 for one that was retracted. */
export const citeReport = citationHandler<ReportAsked>((cited, { id }) => {
  const report = cited.compiled.records.reports.find((one) => one.id === id)
  return report?.retracted ? 'retracted' : report && citedReport(cited, report)
})

const nothing = 'There is nothing of that name to cite.'

/** Answers with a citation, in the form that the file name asks for, at the edition and on the day that the address pins, or those of now. */
function citationHandler<P extends DossierAsked>(
  tell: (cited: Cited & OpenDossier, params: P) => Work | 'retracted' | undefined,
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const asked = await params
    const { locale, file } = asked
    if (!isLocale(locale) || !isCitationFile(file)) return inWords(404, nothing)
    try {
      const query = readQuery(citation, new URL(request.url).searchParams)
      const open = await findDossier(asked.dossier, editionOf(query, 'edition'))
      if (!open) return inWords(404, nothing)
      const today = onOf({ address: citation, query, present: open.present }, 'on') ?? open.today
      const work = tell({ ...open, locale, t: translator(locale), origin: await origin(), today }, asked)
      if (work === 'retracted') return inWords(410, 'The report was retracted.')
      return work ? answer(work, file) : inWords(404, nothing)
    } catch (error) {
      if (error instanceof BadParameter) return inWords(400, error.message)
      throw error
    }
  }
}

function answer(work: Work, file: CitationFile): Response {
  const { type, write } = citationForms[file]
  const name = `${work.id}${file.slice('cite'.length)}`
  return new Response(write(work), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}"` },
  })
}
