/** Records that the desk removes by themselves. A report is retracted instead, and a dossier holds others. */
export const removableKinds = ['rule', 'change', 'actor', 'source'] as const

export const isRemovable = (kind: string): kind is (typeof removableKinds)[number] =>
  removableKinds.some((one) => one === kind)
