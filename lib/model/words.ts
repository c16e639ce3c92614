/** The closed vocabularies of the model (model, section 1), with the ranks that section 2 computes with. */

/** What a dossier may answer by itself where no rule speaks, the strictest first. */
export const spokenByDefault = [
  'prohibited',
  'required',
  'conditional',
  'not_required',
  'permitted',
  'unstated',
] as const

/** What a case may be told: the same, or that the dossier does not follow it. */
export const dispositions = [...spokenByDefault, 'untracked'] as const
export type Disposition = (typeof dispositions)[number]

/** A norm decides; a duty applies beside whatever decides. */
export const ruleKinds = ['norm', 'duty'] as const

/** What an alteration may set a rule to: every disposition a norm can speak, or `none`: the rule stops speaking. */
export const alterationTargets = ['prohibited', 'required', 'conditional', 'not_required', 'permitted', 'none'] as const
export type AlterationTarget = (typeof alterationTargets)[number]
export type Spoken = Exclude<AlterationTarget, 'none'>

/** The five steps of the ladder, in order. */
export const ladder = ['floated', 'proposed', 'agreed', 'decided', 'in_force'] as const
export type LadderStage = (typeof ladder)[number]

/** The ladder, then the stages out of it; the index of the latter only orders the words, their rank is 5. */
export const stages = [...ladder, 'rejected', 'withdrawn', 'lapsed', 'suspended', 'repealed'] as const
export type Stage = (typeof stages)[number]

/** Ladder rank (model, section 2): floated 0 .. in_force 4, the five others from 5 on in the order listed. */
export const stageRank = (stage: Stage): number => stages.indexOf(stage)

/** Stages at which a change is still only pending. */
export const pendingStages: readonly Stage[] = ['floated', 'proposed', 'agreed', 'decided']

export const effectKinds = ['moves', 'interprets', 'applies', 'confirms', 'disputes'] as const
export type EffectKind = (typeof effectKinds)[number]

export const certainties = ['said', 'denied', 'possible'] as const
export type Certainty = (typeof certainties)[number]

export const stances = ['supports', 'wary', 'opposes', 'neutral'] as const
export type Stance = (typeof stances)[number]

export const sourcings = ['seen', 'inferred', 'unseen'] as const
export type Sourcing = (typeof sourcings)[number]

/** Ways in which reports on one change disagree (model, section 2). */
export const contradictionKinds = ['dates', 'stages', 'certainty', 'disputed'] as const
export type ContradictionKind = (typeof contradictionKinds)[number]

/** What happened, in the field's own terms. */
export const effectEvents = [
  'consultation_opened',
  'consultation_closed',
  'introduced',
  'passed',
  'vetoed',
  'signed',
  'published',
  'entered_into_force',
  'enjoined',
  'annulled',
  'expired',
  'other',
] as const

/** How near a publisher stands to the text itself, the nearest first. */
export const tiers = ['official', 'agency', 'press', 'trade', 'copy', 'other'] as const
export type Tier = (typeof tiers)[number]

export const codeSchemes = ['eccn', 'hs', 'cn', 'celex', 'other'] as const

/** When a second person has to look before an edition. */
export const secondReviews = ['never', 'law', 'always'] as const

export const reportKinds = ['news', 'official', 'analysis', 'poll', 'party'] as const
export type ReportKind = (typeof reportKinds)[number]
export const sourceKinds = [
  'agency',
  'newspaper',
  'broadcaster',
  'official',
  'party',
  'trade',
  'aggregator',
  'other',
] as const
export const actorKinds = ['person', 'party', 'government', 'state', 'body', 'company', 'other'] as const

/** The kinds of record that are drafted, published and revised. */
export const recordKinds = ['dossier', 'source', 'actor', 'rule', 'change', 'report', 'site'] as const
export type RecordKind = (typeof recordKinds)[number]

/** Those that stand in no dossier. */
const outsideDossiers = ['source', 'site'] as const satisfies RecordKind[]

/** Whether records of a kind stand in no dossier: what they need is needed for the whole site. */
export const isOutside = (kind: string): kind is (typeof outsideDossiers)[number] =>
  (outsideDossiers as readonly string[]).includes(kind)

/** What a list does with reports of which nothing holds: it has them too, or them alone; left out, neither. */
export const discreditedFilters = ['with', 'only'] as const
export type DiscreditedFilter = (typeof discreditedFilters)[number]
