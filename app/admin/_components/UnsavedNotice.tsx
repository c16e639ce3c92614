import type { Unsaved } from './leaving'
import { Moment } from './Moment'

/** Offers back what was typed on an earlier visit and never stored. */
export function UnsavedNotice({ offered, displaced, putBack, drop }: Unsaved) {
  if (!offered) return null
  return (
    <div className="notice" role="status">
      <p>
        Text that was not saved, from <Moment at={offered.at} />.
      </p>
      {displaced ? (
        <p>
          It was not put back: its fields hold another text by now, or stand elsewhere. Copy from here what you need.
        </p>
      ) : null}
      <details open={displaced}>
        <summary>What it says</summary>
        <dl>
          {Object.entries(offered.fields).map(([name, { text }]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="file">{text || '(emptied)'}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="buttons">
        {displaced ? null : (
          <button type="button" onClick={putBack}>
            Put it back
          </button>
        )}
        <button type="button" className="quiet" onClick={drop}>
          Drop it
        </button>
      </p>
    </div>
  )
}
