import { createHash, randomBytes } from 'node:crypto'

/** What a one-time link carries: 256 random bits, base64url. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token: its SHA-256, base64url, by which it is found and from which it cannot be had. */
export const tokenMark = (token: string): string => createHash('sha256').update(token).digest('base64url')

/** Where a one-time link leads, below the address of the site. */
export const linkPath = (token: string): string => `/admin/sign-in/link?token=${token}`
