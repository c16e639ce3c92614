import 'server-only'
import type { Address, NamesOf } from '@/lib/addresses/address'
import { type Query, readQuery } from '@/lib/asking/query'
import { BadParameter } from '@/lib/asking/refusal'

/** An answer in plain words. */
export const inWords = (status: number, words: string): Response =>
  new Response(`${words}\n`, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } })

/** A handler that answers with a file; a parameter that cannot be used is 400, in words. */
export const fileHandler =
  <A extends Address>(address: A, answer: (query: Query<NamesOf<A>>) => Promise<Response>) =>
  async (request: Request): Promise<Response> => {
    try {
      return await answer(readQuery(address, new URL(request.url).searchParams))
    } catch (error) {
      if (error instanceof BadParameter) return inWords(400, error.message)
      throw error
    }
  }
