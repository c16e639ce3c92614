/** A body of pieces that are made as the reader takes them; `end`: all have left, or the reader has. */
export function bodyOf(
  pieces: AsyncGenerator<string | Uint8Array>,
  end: () => void = () => undefined,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let isLeft = false
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          for (;;) {
            const { done, value } = await pieces.next()
            if (done) {
              end()
              return controller.close()
            }
            // An empty piece would be no answer to the pull.
            if (value.length > 0) return controller.enqueue(typeof value === 'string' ? encoder.encode(value) : value)
          }
        } catch (error) {
          end()
          if (!isLeft) console.error('A file in bulk could not be made to its end', error)
          controller.error(error)
        }
      },
      async cancel() {
        isLeft = true
        end()
        await pieces.return(undefined)
      },
    },
    { highWaterMark: 0 },
  )
}
