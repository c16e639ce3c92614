/** @type {import('next').NextConfig} */
const config = {
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  compress: false,
  typescript: { ignoreBuildErrors: true },
}

export default config
