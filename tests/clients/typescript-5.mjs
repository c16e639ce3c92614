/*
 * `openapi-typescript` writes by the compiler's own API, which TypeScript 7 does not have: it is given the TypeScript 5 that orval brings.
 * Loaded by `node --import`.
 */
import { createRequire, register } from 'node:module'
import { pathToFileURL } from 'node:url'

const byOrval = createRequire(createRequire(import.meta.url).resolve('orval'))
const typescript = pathToFileURL(byOrval.resolve('typescript')).href

register(
  `data:text/javascript,${encodeURIComponent(
    `export const resolve = (name, context, next) => name === 'typescript' ? { url: ${JSON.stringify(typescript)}, shortCircuit: true } : next(name, context)`,
  )}`,
)
