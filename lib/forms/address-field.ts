/** A web address as it was typed, without blanks around it; one that begins with `www.` is one of https. */
export const readAddressField = (typed: string): string => typed.trim().replace(/^(?=www\.)/i, 'https://')
