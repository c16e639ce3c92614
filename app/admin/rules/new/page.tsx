import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { openDossier } from '@/app/_server/site'
import { database } from '@/db/client'
import { findBeginning } from '@/db/queries/newsroom/beginning'
import { scopeName } from '@/lib/forms/beginning/answers'
import { type Dossier, type Locale, say, shownLanguages, type Value } from '@/lib/model'
import { languageName } from '@/lib/words/field-words'
import '../../_components/beginning/beginning.css'
import { currentSite } from '@/app/_server/site'
import { DecidesFields } from '../../_components/beginning/DecidesFields'
import { DropForm } from '../../_components/beginning/DropForm'
import { fieldOf } from '../../_components/beginning/fields'
import { Picture } from '../../_components/beginning/Picture'
import { ReportFields } from '../../_components/beginning/ReportFields'
import { RuleFields, type ScopeChoice } from '../../_components/beginning/RuleFields'
import { DeskForm } from '../../_components/DeskForm'
import { Field } from '../../_components/Field'
import { SaveStatus, Version } from '../../_components/SaveStatus'
import { TabTitle } from '../../_components/TabTitle'
import type { ScopeValue } from '../../drafts/[id]/record/ScopeField'
import { answer, drop } from './action'
import { drawnWith, openNextRule } from './next-rule'

/** So many names are offered to pick from. */
const mostOffered = 500

/** A rule that comes to a dossier, and the report that tells of it, on one page beside the matrix that they make. */
export default async function NewRulePage({ searchParams }: { searchParams: Promise<{ dossier?: string }> }) {
  const { user } = await requireRole('author')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { dossier: asked = '' } = await searchParams
  await requireRole('author', asked)
  const open = await openDossier(asked)
  const { dossier, sources, compiled } = open
  const { db } = await database()
  const beginning = await findBeginning(db, user.id, dossier.id)
  const languages = shownLanguages(await currentSite())
  const language = languages.find((one) => one === locale) ?? languages[0] ?? locale
  const answers = { language, ...beginning?.answers }
  const begun = await openNextRule(db, open, answers)
  const part = { answers, errors: {}, t }
  const page = `/admin/rules/new?dossier=${dossier.id}`
  const named = (all: Iterable<Pick<Dossier, 'title'>['title']>) =>
    [...all].slice(0, mostOffered).map((name) => say(name, locale).text)
  return (
    <main id="main">
      <TabTitle of={t('nextRule.title')} />
      <header className="desk-head">
        <p className="smallcaps">{say(dossier.title, locale).text}</p>
        <h1>{t('nextRule.title')}</h1>
        <p className="hint">{t('nextRule.lead')}</p>
      </header>
      <div className="panes even">
        <div>
          <DeskForm
            action={answer}
            page={page}
            keep={{ user: user.id, name: `new rule ${dossier.id}` }}
            savesItself="soon"
          >
            <input type="hidden" name="dossier" value={dossier.id} />
            <Version value={beginning?.version ?? 0} />
            <EnterSaves says={t('begin.show')} />
            <fieldset className="question">
              <legend>{t('nextRule.rule')}</legend>
              <p className="hint">{t('begin.hint.rule')}</p>
              <RuleFields {...part} scopes={scopesOf(dossier, locale)}>
                {languages.length > 1 ? (
                  <Field
                    {...fieldOf(part, 'language')}
                    label={t('begin.field.language')}
                    options={languages.map((one) => ({ value: one, label: languageName(one, locale) }))}
                  />
                ) : null}
              </RuleFields>
            </fieldset>
            <fieldset className="question">
              <legend>{t('nextRule.report')}</legend>
              <p className="hint">{t('begin.hint.report')}</p>
              <DecidesFields {...part} actors={named(compiled.records.actors.map(({ name }) => name))} />
              <ReportFields {...part} publishers={named([...sources.values()].map(({ name }) => name))} />
            </fieldset>
            <p className="buttons sticky">
              <button type="submit" name="intent" value="finish">
                {t('begin.finish')}
              </button>
              <button type="submit" name="intent" value="save" className="quiet">
                {t('begin.show')}
              </button>
              <SaveStatus />
            </p>
            <p className="hint">{t('begin.finishHint')}</p>
          </DeskForm>
          {beginning ? <DropForm version={beginning.version} action={drop} page={page} dossier={dossier.id} /> : null}
        </div>
        <aside>
          <Picture drawn={drawnWith(open, begun)} t={t} locale={locale} />
        </aside>
      </div>
    </main>
  )
}

/** What a rule of this dossier can be about. */
function scopesOf({ dimensions }: Dossier, locale: Locale): ScopeChoice[] {
  const said = ({ id, name }: Pick<Value, 'id' | 'name'>) => (name ? say(name, locale).text : id)
  const treeOf = (values: readonly Value[]): ScopeValue[] =>
    values.map((value) => ({ id: value.id, label: said(value), values: treeOf(value.values) }))
  return dimensions.map((dimension) => ({
    name: scopeName(dimension.id),
    dimension: said(dimension),
    values: treeOf(dimension.values),
    groups: (dimension.groups ?? []).map((group) => ({ id: group.id, label: said(group), values: [] })),
  }))
}

/** What Enter presses in a field of one line: the first submit button of the form. */
const EnterSaves = ({ says }: { says: string }) => (
  <button type="submit" name="intent" value="save" className="unseen-text" tabIndex={-1} aria-hidden="true">
    {says}
  </button>
)
