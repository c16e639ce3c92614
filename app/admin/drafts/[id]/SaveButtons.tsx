import { deskWords } from '@/app/_server/desk-words'
import { SaveStatus } from '../../_components/SaveStatus'

/** The buttons that an editor always has in view, and how it stands with saving. */
export async function SaveButtons() {
  const t = await deskWords()
  return (
    <p className="buttons sticky">
      <button type="submit" name="intent" value="save" aria-keyshortcuts="Control+S Meta+S">
        {t('draft.save')}
      </button>
      <button type="submit" name="intent" value="review" className="quiet" aria-keyshortcuts="Control+Enter Meta+Enter">
        {t('draft.reviewAndPublish')}
      </button>
      <SaveStatus />
    </p>
  )
}

/**
 * What Enter presses in a field of one line: the first submit button of a form in the order of the tree (HTML, section
 * 4.10.22.2), which in an editor would take an item out of a list.
 */
export async function EnterSaves() {
  const t = await deskWords()
  return (
    <button type="submit" name="intent" value="save" className="unseen-text" tabIndex={-1} aria-hidden="true">
      {t('draft.save')}
    </button>
  )
}
