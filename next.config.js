const feed = ':file(feed\\.xml|atom\\.xml|feed\\.json)'
const citation = ':file(cite\\.bib|cite\\.ris|cite\\.json)'

/** @type {import('next').NextConfig} */
const config = {
  // Pages are documents: head tags belong in the head and a missing page answers 404, never a streamed 200.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test` (both engines); a second check here would only slow the first start.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['better-sqlite3', 'pg', '@node-rs/argon2', 'pino', 'temporal-polyfill'],
  compress: false,
  // A missing page is a 404 with the site's own frame, and a role that does not suffice a true 403.
  // A form of the desk may be as long as `lib/press/body.ts` lets through.
  experimental: { globalNotFound: true, authInterrupts: true, serverActions: { bodySizeLimit: '2mb' } },
  // Feeds and citations stand where readers look for them; their handlers stand together in app/feeds and app/citations.
  rewrites: async () => [
    { source: '/:locale(en|ja)/corrections.xml', destination: '/feeds/:locale/corrections/feed.xml' },
    { source: `/:locale(en|ja)/corrections/${feed}`, destination: '/feeds/:locale/corrections/:file' },
    { source: `/:locale(en|ja)/${feed}`, destination: '/feeds/:locale/site/:file' },
    { source: `/:locale(en|ja)/:dossier/${feed}`, destination: '/feeds/:locale/dossiers/:dossier/:file' },
    {
      source: `/:locale(en|ja)/:dossier/:kind(rules|changes|actors)/:id/${feed}`,
      destination: '/feeds/:locale/records/:dossier/:kind/:id/:file',
    },
    { source: `/:locale(en|ja)/:dossier/${citation}`, destination: '/citations/:locale/:dossier/:file' },
    {
      source: `/:locale(en|ja)/:dossier/reports/:id/${citation}`,
      destination: '/citations/:locale/:dossier/reports/:id/:file',
    },
  ],
}

export default config
