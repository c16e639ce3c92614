import type { DraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { deskLanguage } from '@/lib/addresses/names'
import { headingOf, locales, say } from '@/lib/model'
import { allContradictions, type Compiled, momentAt } from '@/lib/policy'
import { translator } from '@/lib/words/messages'
import { Moved } from '../../_components/Moved'

const t = translator(deskLanguage)

/** What readers will get from this draft: the answers it moves, what it disagrees with, and where it will appear. */
export function Preview({ draft, check }: { draft: Draft; check: DraftCheck }) {
  const dossier = check.compiled?.dossier
  if (!dossier) return null
  return (
    <section className="preview">
      <h2>What will move</h2>
      {check.after ? (
        <Moved dossier={dossier} moved={check.moved} />
      ) : (
        <p className="hint">Said as soon as nothing is wrong.</p>
      )}
      {draft.kind === 'report' ? (
        <>
          {check.after ? <Raised compiled={check.after} report={draft.recordId} today={check.today} /> : null}
          <p className="hint">
            Appears in the timeline of {dossier.id} and in the feeds{' '}
            {locales.flatMap((locale) => [`/${locale}/feed.xml`, `/${locale}/${dossier.id}/feed.xml`]).join(', ')}, and
            in those of the rules, changes and actors that it names.
          </p>
        </>
      ) : null}
    </section>
  )
}

/** The contradictions in which a report would stand, with the reports on their other sides. */
function Raised({ compiled, report, today }: { compiled: Compiled; report: string; today: string }) {
  const raised = allContradictions(momentAt(compiled, { on: today })).filter(
    ({ effects, resolution }) => !resolution && effects.some((one) => one.report.id === report),
  )
  if (raised.length === 0) return null
  return (
    <>
      <h3>Disagrees with what others told</h3>
      <ul>
        {raised.map(({ kind, change, effects }) => {
          const others = effects.filter((one) => one.report.id !== report)
          return (
            <li key={`${kind} ${change.id} ${others.map((one) => one.report.id).join(' ')}`}>
              {say(change.change.title, deskLanguage).text}: {t(`contradictionKind.${kind}`)},{' '}
              {others.map((one) => `“${say(headingOf(one.report), deskLanguage).text}”`).join(', ')}
            </li>
          )
        })}
      </ul>
    </>
  )
}
