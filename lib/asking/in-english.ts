import { echoed } from '@/lib/words/echo'
import type { Reason } from './reason'

/** What is wrong with a parameter, and how to mend it, as the API says it. */
export function inEnglish(parameter: string, text: string, reason: Reason, near: readonly string[]): string {
  const [name, value] = [echoed(parameter), echoed(text)]
  switch (reason.code) {
    case 'unknown': {
      const meant = near[0] === undefined ? '' : ` Did you mean “${near[0]}”?`
      const known = reason.known.length === 0 ? 'There are none.' : `Known are ${reason.known.join(', ')}.`
      return `“${name}” is not a parameter here.${meant} ${known}`
    }
    case 'missing':
      return `Give the words to search for in “${name}”.`
    case 'repeated':
      return `“${name}” is given more than once.`
    case 'badText':
      return `“${name}” holds characters that are no text, or was not sent as UTF-8.`
    case 'tooLong':
      return `“${name}” is longer than ${reason.most} characters.`
    case 'badDay':
    case 'badDate':
      return `“${value}” is not a date: write it as 2023-08-23`
    case 'farDay':
      return `“${value}” is too far away: ask about a day from ${reason.first} to ${reason.last}`
    case 'futureKnown': {
      const fix = `leave ${name} out, or give a day up to ${reason.present}`
      return `“${value}” is still to come, and nothing can be known from then: ${fix}`
    }
    case 'badRange':
      return 'The range ends before it begins.'
    case 'badWord':
      return `“${value}” is nothing that “${name}” may be. Known are ${reason.known.join(', ')}.`
    case 'badRecord':
      return `There is no ${reason.kind} “${value}”.${near[0] === undefined ? '' : ` Did you mean “${near[0]}”?`}`
    case 'missingDossier':
      return `There is no dossier “${value}”.`
    case 'badDimension':
      return `“${value}” is not a dimension. Known are ${reason.known.join(', ')}.`
    case 'oneDimension':
      return 'This dossier has one dimension only: nothing to cross.'
    case 'sameDimension':
      return 'Rows and columns must be two different dimensions.'
    case 'badValue':
      return `“${value}” is not a value of ${name}. Did you mean “${reason.closest}”?`
    case 'badLine':
      return `“${value}” is not one of the values that are crossed.`
    case 'goneValue':
      return `The later side has no value ${value} of ${reason.dimension}.`
    case 'badAssumption':
      return `“${value}” is no assumption: write a change and a day, as in a-change@2027-01-01`
    case 'assumedTwice':
      return `“${value}” is assumed more than once.`
    case 'notPending': {
      const where = reason.stage === null ? 'does not exist yet' : `stands at ${reason.stage}`
      return `“${value}” cannot be assumed: on that day it ${where}. Only what is floated, proposed, agreed or decided can.`
    }
    case 'tooManyAssumed':
      return `More than ${reason.most} changes are assumed.`
    case 'badEdition':
      return `“${value}” is not the number of an edition`
    case 'lateEdition':
      return `There is no edition ${value} yet. The current one is ${reason.newest}.`
    case 'noEdition':
      return `There is no edition ${value}.`
    case 'beforeDossier':
      return `Edition ${value} did not have this dossier yet.`
    case 'badFeed':
      return `“${value}” is no feed of this site.`
    case 'badToken':
      return 'This link is not complete: take it from the mail once more.'
    case 'badCursor':
      return `“${value}” is not a place in this list.`
    case 'badLimit':
      return `“${value}” is not how many items a page may have: write a number from 1 to ${reason.most}.`
    case 'needsDossier':
      return `Give “${name}” too: what is asked for is named by an id of one dossier.`
    case 'notWithSince':
      return `“${name}” cannot be given together with “since”: leave one of them out.`
    case 'badPage':
      return reason.pages === undefined
        ? `“${value}” is not the number of a page`
        : `There is no page ${value}; the last one is ${reason.pages}.`
  }
}
