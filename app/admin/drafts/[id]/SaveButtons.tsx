import { SaveStatus } from '../../_components/SaveStatus'

/** The buttons that an editor always has in view, and how it stands with saving. */
export const SaveButtons = () => (
  <p className="buttons sticky">
    <button type="submit" name="intent" value="save" aria-keyshortcuts="Control+S Meta+S">
      Save
    </button>
    <button type="submit" name="intent" value="review" className="quiet" aria-keyshortcuts="Control+Enter Meta+Enter">
      Review and publish
    </button>
    <SaveStatus />
  </p>
)

/**
 * What Enter presses in a field of one line: the first submit button of a form in the order of the tree (HTML, section
 * 4.10.22.2), which in an editor would take an item out of a list.
 */
export const EnterSaves = () => (
  <button type="submit" name="intent" value="save" className="unseen-text" tabIndex={-1} aria-hidden="true">
    Save
  </button>
)
