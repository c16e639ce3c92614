/** What the choices of the report editor mean, a sentence each, in the words of the model (section 1). */
export const help = {
  reportKind: 'What it is: news, the official text itself, an analysis, a poll, or a party’s own word',
  sourcing: 'Seen: you read it. Inferred: one element of it is. Unseen: general knowledge, shown as unverified',
  effectKind:
    'Moves the change to a stage; interprets it; applies it to a case; confirms or disputes what others report',
  stage:
    'Floated, proposed, agreed, decided, in force is the ladder; the others lead out of it. Only “moves” needs one',
  certainty: 'Said: a step. Denied and possible are shown and move nothing',
} as const
