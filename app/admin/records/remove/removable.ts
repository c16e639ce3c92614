/** Records that the desk removes; a dossier goes with all that stands in it. A report is retracted instead. */
export const removableKinds = ['dossier', 'rule', 'change', 'actor', 'source'] as const

export const isRemovable = (kind: string): kind is (typeof removableKinds)[number] =>
  removableKinds.some((one) => one === kind)
