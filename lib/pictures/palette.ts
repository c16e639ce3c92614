/** The colours of pages in daylight (`app/_styles/tokens.css`): a picture is seen on other people's pages, which it cannot ask. */
export const palette = {
  paper: '#fbfaf6',
  ink: '#1b1a17',
  soft: '#57534a',
  faint: '#6d685d',
  hair: '#d9d4c7',
  rule: '#1b1a17',
  accent: '#7a1f2b',
  prohibited: '#9b2226',
  required: '#5b3f98',
  conditional: '#855600',
  permitted: '#1d6b3f',
  not_required: '#1d6b3f',
  unstated: '#67625a',
  mixed: '#3d4f63',
} as const
