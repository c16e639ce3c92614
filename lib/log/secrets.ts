/** Parameters of addresses that let whoever has them in: links of invitation, codes and states of signing in, keys of webhooks. */
const secretParameters = /([?&](?:token|code|state|key|secret|signature|password|nonce)=)[^&#\s"'`<>]+/gi
/** What stands before the host of an address: the name and the password of a database or a mail server. */
const credentials = /(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@"'`<>]+@/gi

/** A text without the secrets that addresses in it carry: what stood there is `…`. */
export const withoutSecrets = (text: string): string =>
  text.replace(secretParameters, '$1…').replace(credentials, '$1…@')
