import type { Answers } from '@/lib/forms/beginning/answers'
import type { DeskWords } from '@/lib/words/desk-messages'

/** What the parts of a form of answers are given. */
export interface AnswerProps {
  answers: Answers
  /** What is wrong, by field, where it has been asked for. */
  errors: Record<string, string[]>
  t: DeskWords
}

/** The value and the faults of a field. */
export const fieldOf = ({ answers, errors }: AnswerProps, name: keyof Answers) => ({
  name,
  value: answers[name] ?? '',
  errors: errors[name] ?? [],
})
