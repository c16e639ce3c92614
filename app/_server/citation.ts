import 'server-only'
import { citedAnswer, citedChange, citedRule } from '@/app/_reader/cited'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { answerCitation, citation } from '@/lib/addresses/feeds'
import { type AskedAddress, readQuery } from '@/lib/asking/query'
import { questionOf } from '@/lib/asking/question'
import { editionOf, onOf } from '@/lib/asking/read'
import { BadParameter } from '@/lib/asking/refusal'
import { type Cited, citedDossier, citedReport } from '@/lib/citation/cited'
import { type CitationForm, citationFormOf } from '@/lib/citation/forms'
import type { Work } from '@/lib/citation/work'
import { type Day, isLocale, say } from '@/lib/model'
import { answerTo, evidenceFor, momentAt, reportsOnce, sharedDecision, TooManyCasesError } from '@/lib/policy'
import { translator } from '@/lib/words/messages'
import { origin } from './address'
import { inWords } from './file'
import { wasDossierRemoved } from './retraction'
import { findDossier, type OpenDossier, openSite } from './site'

interface DossierAsked {
  locale: string
  dossier: string
  file: string
}
interface RecordAsked extends DossierAsked {
  id: string
}

/** Works to cite in one file, which is named after `name`. */
interface Citable {
  name: string
  works: Work[]
}

const alone = (work: Work): Citable => ({ name: work.id, works: [work] })

/** A handler that cites the state of a dossier. */
export const citeDossier = citationHandler<typeof citation, DossierAsked>(citation, (cited) =>
  alone(citedDossier(cited)),
)

/** A handler that cites a report; 410 for one that was retracted. */
export const citeReport = citationHandler<typeof citation, RecordAsked>(citation, (cited, { id }) => {
  const report = cited.compiled.records.reports.find((one) => one.id === id)
  return report?.retracted ? 'retracted' : report && alone(citedReport(cited, report))
})

/** A handler that cites a rule. */
export const citeRule = citationHandler<typeof citation, RecordAsked>(citation, (cited, { id }) => {
  const rule = cited.records.rules.find((one) => one.id === id)
  return rule && alone(citedRule(cited, rule))
})

/** A handler that cites a change. */
export const citeChange = citationHandler<typeof citation, RecordAsked>(citation, (cited, { id }) => {
  const change = cited.records.changes.find((one) => one.id === id)
  return change && alone(citedChange(cited, change))
})

/** A handler that cites an answer. */
export const citeAnswer = citationHandler<typeof answerCitation, DossierAsked>(answerCitation, (cited) =>
  alone(citedAnswer({ ...cited, today: cited.readOn }, questionOf(cited))),
)

/** A handler that cites the reports on which an answer rests, the weightiest first. */
export const citeEvidence = citationHandler<typeof answerCitation, DossierAsked>(answerCitation, (cited) => {
  const { compiled, dossier } = cited
  const { values, on, known } = questionOf(cited)
  const moment = momentAt(compiled, { on, known })
  const { change, rule } = sharedDecision(answerTo(moment, values).cases.map(({ decision }) => decision))
  const evidence = change === null ? [] : reportsOnce(evidenceFor(moment, change, rule))
  return {
    name: `${dossier.id}-evidence-${on}`,
    works: evidence.map(({ report }) => citedReport({ ...cited, today: on }, report)),
  }
})

const nothing = 'There is nothing of that name to cite.'

type Opened<A extends Address> = Cited &
  OpenDossier &
  AskedAddress<NamesOf<A>> & { /** The day on which it is read, whatever day it asks about. */ readOn: Day }

/** Answers with a citation, in the form that the file name asks for, at the edition and on the day that the address pins, or those of now. */
function citationHandler<A extends Address, P extends DossierAsked>(
  address: A,
  tell: (cited: Opened<A>, params: P) => Citable | 'retracted' | undefined,
) {
  return async (request: Request, { params }: { params: Promise<P> }): Promise<Response> => {
    const asked = await params
    const { locale, file } = asked
    const form = citationFormOf(file)
    if (!isLocale(locale) || !form) return inWords(404, nothing)
    try {
      const parameters = new URL(request.url).searchParams
      const open = await findDossier(
        asked.dossier,
        editionOf({ edition: parameters.get('edition') ?? undefined }, 'edition'),
      )
      if (!open && !parameters.has('edition') && (await wasDossierRemoved(asked.dossier)))
        return inWords(410, 'The dossier was removed.')
      if (!open) return inWords(404, nothing)
      const dimensions = open.dossier.dimensions.map(({ id }) => id)
      const query = readQuery(address, parameters, address.dimensions ? dimensions : [])
      const today = onOf({ address: citation, query, present: open.present }, 'on') ?? open.today
      const { site } = await openSite(open.edition.number)
      const told = { locale, t: translator(locale), siteName: say(site.name, locale).text, origin: await origin() }
      const place: Opened<A> = { ...open, ...told, today, readOn: open.today, address, query }
      const found = tell(place, asked)
      if (found === 'retracted') return inWords(410, 'The report was retracted.')
      return found ? answer(found, form) : inWords(404, nothing)
    } catch (error) {
      if (error instanceof BadParameter) return inWords(400, error.message)
      if (error instanceof TooManyCasesError) return inWords(400, `The question ${error.message}.`)
      throw error
    }
  }
}

function answer({ name, works }: Citable, { type, ending, write }: CitationForm): Response {
  return new Response(write(works), {
    headers: { 'content-type': type, 'content-disposition': `attachment; filename="${name}.${ending}"` },
  })
}
