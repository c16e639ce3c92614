import { Words } from '@/app/_components/words/Words'
import type { Reading } from '@/app/_reader/reading'
import type { Day } from '@/lib/model'
import { standIn, untrackedNotes } from '@/lib/policy'

interface Props {
  reading: Reading
  question: Record<string, string>
  on: Day
}

/** That a dossier does not follow what is asked: a fact about it, never about the law; with what its editors note on why. */
export function Untracked({ reading: { t, locale, compiled }, question, on }: Props) {
  const values = standIn(compiled, question, on)
  return (
    <>
      <p>{t('ask.untracked')}</p>
      {values &&
        untrackedNotes(compiled, values).map((note) => (
          <p key={JSON.stringify(note)} className="label">
            <Words text={note} locale={locale} />
          </p>
        ))}
    </>
  )
}
