import { run } from './run'

const say = (stream: NodeJS.WriteStream) => (line: string) => void stream.write(`${line}\n`)

// A reader who has seen enough (`| head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1))

process.exitCode = await run(process.argv.slice(2), {
  out: say(process.stdout),
  err: say(process.stderr),
  stdin: process.stdin,
  now: () => new Date().toISOString(),
})
