import { stringify } from 'yaml'
import type { DraftCheck } from '@/app/_server/draft-check'
import type { Draft } from '@/db/queries/draft'
import type { Problem } from '@/lib/model'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { Hidden } from '../../_components/Hidden'
import { saveYaml } from './action'

/** Rules, changes, actors, publishers and the dossier itself are edited in their file form. */
export function YamlForm({ draft, own }: { draft: Draft; problems: Problem[]; check: DraftCheck; own: boolean }) {
  const text = stringify(draft.data, { lineWidth: 0 })
  if (!own) return <pre className="file">{text}</pre>
  return (
    <DeskForm action={saveYaml} key={draft.version}>
      <input type="hidden" name="draft" value={draft.id} />
      <Hidden name="version" value={String(draft.version)} />
      <Field
        name="text"
        label={`The ${draft.kind} in its file form (YAML)`}
        hint="The same fields as in content/dossiers. What is wrong is said above after each save."
        value={text}
        rows={28}
        size="long"
      />
      <p className="buttons sticky">
        <button type="submit" name="intent" value="save">
          Save
        </button>
      </p>
    </DeskForm>
  )
}
