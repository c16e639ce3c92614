/* citation-js brings no types of its own. */
declare module '@citation-js/core' {
  export const plugins: { list(): string[] }
  export class Cite {
    constructor(text: string)
    /** The works as CSL-JSON. */
    data: Record<string, unknown>[]
    format(form: 'bibliography', options: { template: string }): string
  }
}
declare module '@citation-js/plugin-bibtex'
declare module '@citation-js/plugin-csl'
declare module '@citation-js/plugin-ris'
