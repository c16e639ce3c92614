export { type FileProblem, sayPlace } from './document'
export * from './read'
export * from './write'
