import { useWords } from '../InBrowser'
import { Moment } from '../Moment'
import type { Unsaved } from './leaving'

/** Offers back what was typed on an earlier visit and never stored. */
export function UnsavedNotice({ offered, displaced, putBack, drop }: Unsaved) {
  const say = useWords()
  if (!offered) return null
  return (
    <div className="notice" role="status">
      <p>
        {say('unsavedFrom')} <Moment at={offered.at} />
        {say('stop')}
      </p>
      {displaced ? <p>{say('displaced')}</p> : null}
      <details open={displaced}>
        <summary>{say('whatItSays')}</summary>
        <dl>
          {Object.entries(offered.fields).map(([name, { text }]) => (
            <div key={name}>
              <dt>
                <code>{name}</code>
              </dt>
              <dd className="file">{text || say('emptied')}</dd>
            </div>
          ))}
        </dl>
      </details>
      <p className="buttons">
        {displaced ? null : (
          <button type="button" onClick={putBack}>
            {say('putBack')}
          </button>
        )}
        <button type="button" className="quiet" onClick={drop}>
          {say('dropIt')}
        </button>
      </p>
    </div>
  )
}
