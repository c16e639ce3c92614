import { unstable_isUnrecognizedActionError } from 'next/navigation'

const kept = 'What you typed stays here. Send the form again: sending it twice does no harm.'

/** What a person is told when a form did not arrive, or came to nothing: what it may be, and what to do. */
export function sayUnsent(error: unknown, isKept: boolean): string {
  if (unstable_isUnrecognizedActionError(error))
    return (
      'The site was renewed since this page was opened, so the form was not taken. ' +
      (isKept
        ? 'Reload this page: what you typed is kept in this browser, and the new page offers it to you.'
        : 'What you typed stays here: open this page once more in a new tab and copy it there.')
    )
  if (error instanceof TypeError) return `No answer came: the network or the site is away. ${kept}`
  const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
  if (digest) return `The site failed; its log has this under ${digest}. ${kept}`
  const said = error instanceof Error ? error.message.split('\n')[0]?.slice(0, 200) : ''
  return `The site did not take the form${said ? ` (it said: ${said})` : ''}. ${kept} If it is refused again, it may be too large: shorten it.`
}
