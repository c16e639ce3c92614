import { build } from 'esbuild'
import { expect, test } from 'vitest'

/** What makes pages, or reads them from a database: none of it belongs into the process that readers meet. */
const forbidden = [
  'next',
  'react',
  'react-dom',
  'next-auth',
  'use-intl',
  'drizzle-orm',
  'better-sqlite3',
  'pg',
  'light-my-request',
]

/** What a bundle of the server is made of: files of the project, and packages that it imports. */
async function bundled(entry: string): Promise<{ files: string[]; packages: string[] }> {
  const { metafile } = await build({
    entryPoints: [entry],
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'silent',
  })
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports)
  return { files: Object.keys(metafile.inputs), packages: [...new Set(imports.map(({ path }) => path))] }
}

const isOf = (path: string, name: string): boolean => path === name || path.startsWith(`${name}/`)

test('the front holds neither Next nor React nor a database', async () => {
  const { files, packages } = await bundled('server.ts')
  expect(files).toContain('lib/press/press.ts')
  expect(files.filter((file) => /^(?:app|db)\//.test(file))).toEqual([])
  expect(packages.filter((path) => forbidden.some((name) => isOf(path, name)))).toEqual([])
})

test('the renderer is where they are', async () => {
  const { packages } = await bundled('renderer.ts')
  for (const name of ['next', 'drizzle-orm', 'better-sqlite3', 'pg', 'light-my-request'])
    expect(
      packages.some((path) => isOf(path, name)),
      name,
    ).toBe(true)
})
