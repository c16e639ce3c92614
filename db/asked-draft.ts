/** A draft in the version that the publisher has looked at: another one is not published. */
export interface AskedDraft {
  id: string
  version: number
}
