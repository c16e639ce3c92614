'use client'

import { createContext, type ReactNode, useContext } from 'react'
import type { BrowserWords } from '@/lib/words/desk-messages'

const Words = createContext<BrowserWords | null>(null)

/** Hands the words of the desk to what runs in the browser: plain texts, so that nothing there has to read messages. */
export const InBrowser = ({ words, children }: { words: BrowserWords; children: ReactNode }) => (
  <Words value={words}>{children}</Words>
)

/** Says a word of the desk in the browser, with what stands in its `{names}`. */
export type BrowserSay = (key: keyof BrowserWords, values?: Record<string, string | number>) => string

/** The words of the desk, as the layout handed them down. */
export function useWords(): BrowserSay {
  const words = useContext(Words)
  if (!words) throw new Error('There are no words around: the layout of the desk hands them down')
  return (key, values = {}) => words[key].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''))
}
