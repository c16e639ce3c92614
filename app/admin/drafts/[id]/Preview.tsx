import type { DraftCheck } from '@/app/_server/drafts/draft-check'
import type { Draft } from '@/db/queries/draft'
import { locales } from '@/lib/model'
import { Moved } from '../../_components/Moved'

/** What readers will get from this draft: the answers it moves, and where it will appear. */
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
        <p className="hint">
          Appears in the timeline of {dossier.id} and in the feeds{' '}
          {locales.flatMap((locale) => [`/${locale}/feed.xml`, `/${locale}/${dossier.id}/feed.xml`]).join(', ')}, and in
          those of the rules, changes and actors that it names.
        </p>
      ) : null}
    </section>
  )
}
