export type { FileProblem } from './document'
export * from './read'
export * from './write'
