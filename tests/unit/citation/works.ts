import type { Work } from '@/lib/citation/work'

const read = { accessed: '2026-11-26', note: 'Edition 3, as of 26 November 2026' }
const found = 'Rulewire, edition 3: https://rules.example/ja/arms/reports/r?edition=3&on=2026-11-26'

/** One work of each kind, with dates of each precision and names that are easily lost. */
export const works: Record<Work['kind'], Work> = {
  news: {
    id: '2023-08-kyodo',
    kind: 'news',
    author: '共同通信',
    title: '殺傷能力のある武器、輸出可能に 50% & more',
    container: '共同通信',
    language: 'ja',
    issued: '2023-08',
    url: 'https://example.jp/a_b?c=1&d=%E3%81%82',
    found,
    ...read,
  },
  official: {
    id: '2023-12-22-meti',
    kind: 'official',
    author: 'Ministry of Economy, Trade and Industry',
    title: '防衛装備移転三原則の運用指針',
    genre: '公式文書',
    language: 'ja',
    issued: '2023-12-22',
    url: 'https://example.go.jp/1',
    found,
    ...read,
  },
  page: {
    id: 'rulewire-arms-answer-2023-08-23-edition-3',
    kind: 'page',
    author: 'Rulewire',
    container: 'Rulewire',
    title: 'May a warship be exported? (as of 23 August 2023, edition 3)',
    language: 'en',
    issued: '2026-11-25',
    url: 'https://rules.example/en/arms/ask?equipment=warship&edition=3&on=2023-08-23',
    version: 'Edition 3',
    ...read,
  },
  law: {
    id: 'weapons-five-purposes',
    kind: 'law',
    title: 'Lethal weapons within five purposes',
    container: '防衛装備移転三原則の運用指針',
    section: '1(2)',
    authority: '日本',
    language: 'en',
    issued: '2023',
    url: 'https://rules.example/en/arms/rules/weapons-five-purposes?edition=3&on=2026-11-26',
    found,
    ...read,
  },
}
