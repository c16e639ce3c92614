import type { ReactElement } from 'react'
import { answerWord, dispositionWord, type InWordsOf, type ShownDisposition } from '@/lib/words/own-words'
import { Spoken } from './Words'

const shapes: Record<ShownDisposition, ReactElement> = {
  prohibited: <rect x="0.5" y="0.5" width="9" height="9" fill="currentColor" />,
  required: <path d="M5 0.4 9.8 9.4H0.2Z" fill="currentColor" />,
  conditional: (
    <>
      <circle cx="5" cy="5" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M5 0.7a4.3 4.3 0 0 0 0 8.6Z" fill="currentColor" />
    </>
  ),
  permitted: <circle cx="5" cy="5" r="4.9" fill="currentColor" />,
  not_required: <circle cx="5" cy="5" r="4.3" fill="none" stroke="currentColor" strokeWidth="1.3" />,
  unstated: <path d="M0.5 4 4 0.5M0.5 9 9 0.5M4.5 9.5 9.5 4.5" fill="none" stroke="currentColor" strokeWidth="1.1" />,
  // As good as blank: what is not followed is no finding, and hatching is for what no rule states.
  untracked: <circle cx="5" cy="5" r="0.9" fill="currentColor" />,
  unknown: (
    <>
      <path
        d="M2.6 3.1C2.6 1.5 3.6 0.7 5 0.7s2.5 0.9 2.5 2.2C7.5 4.6 5 4.7 5 6.6"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.4"
      />
      <circle cx="5" cy="8.9" r="0.9" fill="currentColor" />
    </>
  ),
  mixed: (
    <>
      <rect x="0.7" y="0.7" width="8.6" height="8.6" fill="none" stroke="currentColor" strokeWidth="1.3" />
      <path d="M0.7 9.3 9.3 0.7V9.3Z" fill="currentColor" />
    </>
  ),
  none: <path d="M1 5h8" fill="none" stroke="currentColor" strokeWidth="1.4" strokeDasharray="2 1.4" />,
}

/** A disposition by shape, word and colour together. */
export const Disposition = ({ value, reading }: { value: ShownDisposition; reading: InWordsOf }) => (
  <span className={`disposition ${value}`}>
    <DispositionGlyph value={value} />
    <span className="word">
      <Spoken said={dispositionWord(reading, value)} locale={reading.locale} />
    </span>
  </span>
)

/** The shape alone; its word has to stand beside it. */
export const DispositionGlyph = ({ value }: { value: ShownDisposition }) => (
  <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
    {shapes[value]}
  </svg>
)

/** A disposition as the answer to a question, by shape and words: “Only on conditions”. */
export const AnswerWord = ({ value, reading }: { value: ShownDisposition; reading: InWordsOf }) => (
  <span className={`disposition ${value}`}>
    <DispositionGlyph value={value} />
    <span className="word">
      <Spoken said={answerWord(reading, value)} locale={reading.locale} />
    </span>
  </span>
)
