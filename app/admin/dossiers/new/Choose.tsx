import type { DeskWords } from '@/lib/words/desk-messages'
import { DeskForm } from '../../_components/DeskForm'
import { TabTitle } from '../../_components/TabTitle'
import { begin } from './action'
import { presets } from './beginning'
import { OwnZone } from './OwnZone'

/** The ready-made beginnings to start from, each a button. */
export const Choose = ({ t }: { t: DeskWords }) => (
  <main id="main">
    <TabTitle of={t('begin.tab')} />
    <header className="desk-head">
      <h1>{t('begin.title')}</h1>
      <p className="hint">{t('begin.lead')}</p>
    </header>
    <DeskForm action={begin} page="/admin/dossiers/new">
      <OwnZone />
      <ul className="beginnings">
        {presets.map((preset) => (
          <li key={preset}>
            <button type="submit" name="preset" value={preset} className={preset === 'blank' ? 'quiet' : undefined}>
              {t(`begin.choice.${preset}`)}
            </button>
            <p className="hint">{t(`begin.choiceHint.${preset}`)}</p>
          </li>
        ))}
      </ul>
    </DeskForm>
  </main>
)
