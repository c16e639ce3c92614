import autocannon from 'autocannon'

/*
 * `load.ts URL SECONDS CONNECTIONS HEADERS`: one run of load in a process of its own; prints a line of JSON. The first
 * second warms up and is not counted.
 */

const [url = '', seconds = '4', connections = '32', headers = '{}'] = process.argv.slice(2)

interface WithWarmUp extends autocannon.Options {
  /** Known to the package, not yet to its types. */
  warmup: { connections: number; duration: number }
}
const options: WithWarmUp = {
  url,
  connections: Number(connections),
  duration: Number(seconds),
  headers: { 'accept-encoding': 'gzip, deflate, br', ...JSON.parse(headers) },
  warmup: { connections: Number(connections), duration: 1 },
}

const result = await autocannon(options)
const answered = { 200: result['2xx'], 304: result['3xx'] }
const { non2xx, errors, latency, requests } = result
console.log(
  JSON.stringify({ perSecond: requests.average, total: requests.total, p99: latency.p99, answered, non2xx, errors }),
)
