import { expect, test } from 'vitest'
import { parseSettings } from '@/lib/settings'

const provider = {
  OIDC_ISSUER: 'https://login.example.org/',
  OIDC_CLIENT_ID: 'rulewire',
  OIDC_CLIENT_SECRET: 'secret',
}

test('an identity provider is known by its issuer, without a slash at the end, and called by its host or its name', () => {
  expect(parseSettings({}).oidc).toBeUndefined()
  const { oidc } = parseSettings(provider)
  expect(oidc).toEqual({
    issuer: 'https://login.example.org',
    clientId: 'rulewire',
    clientSecret: 'secret',
    name: 'login.example.org',
  })
  expect(parseSettings({ ...provider, OIDC_NAME: 'The Newspaper' }).oidc?.name).toBe('The Newspaper')
})

test('what belongs together is set together, and an issuer is an address', () => {
  for (const left of Object.keys(provider))
    expect(() => parseSettings({ ...provider, [left]: '' })).toThrow('belong together: set all three, or none')
  expect(() => parseSettings({ ...provider, OIDC_ISSUER: 'login' })).toThrow('OIDC_ISSUER is not an address')
})
