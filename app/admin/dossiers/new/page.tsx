import { notFound } from 'next/navigation'
import { deskLocale, deskWords } from '@/app/_server/desk-words'
import { requireRole } from '@/app/_server/session'
import { database } from '@/db/client'
import { type Beginning, findBeginning } from '@/db/queries/newsroom/beginning'
import { type BeginningStep, beginningFields, beginningSteps } from '@/lib/forms/beginning/answers'
import { say } from '@/lib/model'
import { faultsInWords } from '@/lib/words/desk-faults'
import type { DeskWords } from '@/lib/words/desk-messages'
import '../../_components/beginning/beginning.css'
import { DecidesFields } from '../../_components/beginning/DecidesFields'
import { DropForm } from '../../_components/beginning/DropForm'
import { Picture } from '../../_components/beginning/Picture'
import { ReportFields } from '../../_components/beginning/ReportFields'
import { DeskForm } from '../../_components/DeskForm'
import { SaveStatus, Version } from '../../_components/SaveStatus'
import { TabTitle } from '../../_components/TabTitle'
import { AskedFields } from './AskedFields'
import { answer, drop } from './action'
import { addressOfStep, drawnOf, openBeginning, problemsAt } from './beginning'
import { Choose } from './Choose'
import { DimensionFields } from './DimensionFields'
import { FirstRuleFields } from './FirstRuleFields'

const parts = {
  asked: AskedFields,
  dimensions: DimensionFields,
  decides: DecidesFields,
  rule: FirstRuleFields,
  report: ReportFields,
}

type Asked = Promise<{ step?: string; faults?: string }>

/** A dossier begins with five questions, one to a page, each beside the matrix that the answers make so far. */
export default async function NewDossierPage({ searchParams }: { searchParams: Asked }) {
  const { user } = await requireRole('editor', '')
  const [t, locale] = [await deskWords(), await deskLocale()]
  const { step: named = 'asked', faults } = await searchParams
  const step = beginningSteps.find((one) => one === named) ?? notFound()
  const { db } = await database()
  const beginning = await findBeginning(db, user.id)
  if (!beginning) return <Choose t={t} />
  const { answers, version } = beginning
  const opened = await openBeginning(db, answers, user)
  const { begun, dossier, sources, isUnnamed } = opened
  const errors = faults === undefined ? {} : faultsInWords(t, problemsAt(begun, beginningFields[step]))
  const Fields = parts[step]
  const place = beginningSteps.indexOf(step)
  const isLast = place === beginningSteps.length - 1
  return (
    <main id="main">
      <TabTitle of={t('begin.tab')} />
      <header className="desk-head">
        <h1>{t('begin.title')}</h1>
        <Progress t={t} step={step} />
      </header>
      <div className="panes even">
        <div>
          <DeskForm
            key={step}
            action={answer}
            page={addressOfStep(step)}
            keep={{ user: user.id, name: `new dossier ${step}` }}
            savesItself="soon"
          >
            <input type="hidden" name="step" value={step} />
            <Version value={version} />
            <EnterGoesOn says={t('begin.next')} intent={isLast ? 'finish' : 'next'} />
            <fieldset className="question">
              <legend>
                {t('begin.number', { number: place + 1 })} {t(`begin.question.${step}`)}
              </legend>
              <p className="hint">{t(`begin.hint.${step}`)}</p>
              <Fields
                answers={answers}
                begun={begun}
                publishers={[...sources.values()].map(({ name }) => say(name, locale).text)}
                isUnnamed={isUnnamed}
                errors={errors}
                t={t}
              />
            </fieldset>
            <p className="buttons sticky">
              <button type="submit" name="intent" value={isLast ? 'finish' : 'next'}>
                {isLast ? t('begin.finish') : t('begin.next')}
              </button>
              {place > 0 ? (
                <button type="submit" name="intent" value="back" className="quiet">
                  {t('begin.back')}
                </button>
              ) : null}
              <button type="submit" name="intent" value="save" className="quiet">
                {t('begin.show')}
              </button>
              <SaveStatus />
            </p>
            {isLast ? <p className="hint">{t('begin.finishHint')}</p> : null}
          </DeskForm>
          <Ways t={t} beginning={beginning} dossier={dossier} />
        </div>
        <aside>
          <Picture
            drawn={drawnOf(begun, sources)}
            unasked={step === 'asked' || step === 'dimensions'}
            t={t}
            locale={locale}
          />
        </aside>
      </div>
    </main>
  )
}

/** The five questions; those that are not the present one lead to theirs. */
const Progress = ({ t, step }: { t: DeskWords; step: BeginningStep }) => (
  <nav aria-label={t('begin.progress')}>
    <ol className="progress">
      {beginningSteps.map((one) => (
        <li key={one}>
          <a href={addressOfStep(one)} aria-current={one === step ? 'step' : undefined}>
            {t(`begin.short.${one}`)}
          </a>
        </li>
      ))}
    </ol>
  </nav>
)

/** What becomes of the answers, and the way to throw them away. */
const Ways = ({ t, beginning, dossier }: { t: DeskWords; beginning: Beginning; dossier: string }) => (
  <>
    <p className="hint">{t.rich('begin.becomes', { address: () => <code>{`/${dossier}`}</code> })}</p>
    <DropForm version={beginning.version} action={drop} page="/admin/dossiers/new" />
  </>
)

/** What Enter presses in a field of one line: the first submit button of the form. */
const EnterGoesOn = ({ says, intent }: { says: string; intent: string }) => (
  <button type="submit" name="intent" value={intent} className="unseen-text" tabIndex={-1} aria-hidden="true">
    {says}
  </button>
)
