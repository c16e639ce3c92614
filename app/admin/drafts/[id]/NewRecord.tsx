import { Field } from '../../_components/Field'

/** Makes a change, an actor or a publisher that is missing, inside the editor: it is a draft, and can be picked at once. */
export const NewRecord = () => (
  <details className="form-list">
    <summary>A change, actor or publisher that is not in the lists…</summary>
    <div className="grid">
      <Field
        name="new.record"
        label="What is missing"
        options={[
          { value: 'change', label: 'A change' },
          { value: 'actor', label: 'An actor' },
          { value: 'source', label: 'A publisher' },
        ]}
        empty="Choose…"
      />
      <Field name="new.name" label="Its name" hint="Its id is made of it; the rest is filled in in its own draft" />
    </div>
    <button type="submit" name="intent" value="make" className="quiet">
      Make it
    </button>
  </details>
)
