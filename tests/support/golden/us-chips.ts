/** A verdict that the sources settle: where they can be read either way, every reading is listed. */
export interface GoldenVerdict {
  case: { item: string; party: string; route: string }
  on: string
  /** Only what had been reported by then. */
  known?: string
  right: readonly string[]
  /** The duties that apply beside it, where they are settled too. */
  duties?: readonly string[]
  why: string
}

const asked = (item: string, party: string, route = 'from-us') => ({ item, party, route })

/**
 * The golden verdicts of the dossier us-chip-export-controls, written down from the sources before the rules were, and mended by
 * the official texts since. A case may name a member, such as a country.
 */
export const goldenUsChips: readonly GoldenVerdict[] = [
  // Letters of August 2022
  { case: asked('a100-h100', 'china'), on: '2022-08-25', right: ['unstated'], why: 'the day before the letters' },
  { case: asked('a100-h100', 'china'), on: '2022-08-26', right: ['required'], why: 'letters for China and Russia' },
  {
    case: asked('a100-h100', 'russia'),
    on: '2022-10-07',
    right: ['required'],
    why: 'the October rule is on China only',
  },

  // The rules of October 2022 and 2023
  { case: asked('a100-h100', 'china'), on: '2022-10-06', right: ['required'], why: 'still the letters' },
  { case: asked('a100-h100', 'china'), on: '2022-10-07', right: ['prohibited'], why: 'presumption of denial' },
  { case: asked('a100-h100', 'macau'), on: '2023-01-16', right: ['unstated'], why: 'Macau not yet added' },
  {
    case: asked('a100-h100', 'macau'),
    on: '2023-01-17',
    right: ['prohibited'],
    why: 'Macau added: effective 17 January, 88 FR 2821; the 18th, held before, is the day of publication',
  },
  {
    case: asked('chipmaking-tools', 'macau'),
    on: '2023-01-17',
    right: ['required'],
    why: 'ECCN 3B090 is among the seven entries to which Macau was added',
  },
  {
    case: asked('chipmaking-tools', 'china'),
    on: '2022-10-07',
    right: ['required'],
    why: '87 FR 62186 is on chipmaking items too',
  },
  {
    case: asked('chipmaking-tools', 'russia'),
    on: '2023-11-16',
    right: ['untracked', 'unstated'],
    why: 'the rule on chipmaking items reaches group D:5 a day later',
  },
  {
    case: asked('chipmaking-tools', 'russia'),
    on: '2023-11-17',
    right: ['required'],
    why: '88 FR 73424: 21 countries beyond China and Macau, those of group D:5',
  },
  { case: asked('a800-h800', 'china'), on: '2023-11-16', right: ['unstated'], why: 'caught only by the second rule' },
  { case: asked('a800-h800', 'china'), on: '2023-11-17', right: ['prohibited'], why: 'in force per Federal Register' },
  { case: asked('gaming-gpu', 'other-d5'), on: '2023-11-17', right: ['prohibited'], why: 'group D:5, denial' },
  { case: asked('h200', 'd1-d4-state'), on: '2023-11-17', right: ['required'], why: 'a licence for D:1 and D:4' },
  {
    case: asked('a100-h100', 'headquartered-in-tier-3', 'from-abroad'),
    on: '2023-11-17',
    right: ['required', 'prohibited'],
    why: 'headquarters or parent in D:5 or Macau, anywhere; the policy for them is not told',
  },
  { case: asked('lower-chip', 'china'), on: '2024-04-04', right: ['conditional'], why: 'exception NAC, with notice' },
  {
    case: asked('lower-chip', 'd1-d4-state'),
    on: '2024-04-04',
    right: ['conditional', 'not_required'],
    why: 'exception ACA, no notice',
  },

  // December 2024: compliance by the end of the month
  { case: asked('hbm', 'china'), on: '2024-12-30', right: ['unstated'], why: 'in force, compliance still to come' },
  { case: asked('hbm', 'china'), on: '2024-12-31', right: ['prohibited'], why: 'compliance day; denial' },
  {
    case: asked('chipmaking-tools', 'footnote-5', 'from-abroad'),
    on: '2024-12-01',
    right: ['unstated'],
    why: 'before the foreign-product rules',
  },
  {
    case: asked('chipmaking-tools', 'footnote-5', 'from-abroad'),
    on: '2024-12-30',
    right: ['unstated'],
    why: 'in effect since 2 December, but what is tied to footnote 5 need not be complied with before the 31st',
  },
  {
    case: asked('chipmaking-tools', 'footnote-5', 'from-abroad'),
    on: '2024-12-31',
    right: ['required', 'prohibited'],
    why: 'forbidden without a licence; compliance day of footnote 5 (the 2nd, held before, is the day of effect)',
  },
  {
    case: asked('hbm', 'headquartered-in-tier-3', 'from-abroad'),
    on: '2024-12-31',
    right: ['prohibited', 'required'],
    why: 'memory to companies headquartered in Macau or group D:5 too',
  },

  // The diffusion framework: effective in January 2025, never complied with
  {
    case: asked('h200', 'other-tier-2'),
    on: '2025-05-14',
    right: ['unstated'],
    why: 'compliance was due the next day',
  },
  { case: asked('h200', 'other-tier-2'), on: '2025-05-16', right: ['unstated'], why: 'not enforced since 13 May' },
  {
    case: asked('model-weights', 'china'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'not enforced, text still there',
  },
  { case: asked('foundry-presumed', 'other-tier-2'), on: '2025-01-30', right: ['unstated'], why: 'compliance to come' },
  {
    case: asked('foundry-presumed', 'other-tier-2'),
    on: '2025-01-31',
    right: ['conditional', 'required'],
    why: 'presumed to be an advanced chip unless designer or packager is approved',
  },

  {
    case: asked('h200', 'other-tier-2'),
    on: '2025-06-01',
    known: '2025-05-01',
    right: ['conditional'],
    why: 'by what was known on 1 May 2025 the framework was to be complied with from 15 May',
  },
  {
    case: asked('h200', 'japan'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'Japan was in the first tier of a framework that is not enforced',
  },
  {
    case: asked('h200', 'headquartered-in-tier-3', 'from-abroad'),
    on: '2025-06-01',
    right: ['required', 'prohibited'],
    why: 'BIS, 31 May 2026: giving up the framework did not touch this requirement of November 2023',
  },
  {
    case: asked('foundry-presumed', 'china'),
    on: '2026-04-08',
    right: ['conditional', 'required'],
    why: 'the extension to 31 December 2026 (91 FR 17851) leaves the presumption as it is',
  },

  // H20
  { case: asked('h20', 'china'), on: '2025-04-08', right: ['unstated'], why: 'below the limits of October 2023' },
  { case: asked('h20', 'china'), on: '2025-04-09', right: ['required'], why: 'notice letter' },
  {
    case: asked('h20', 'macau'),
    on: '2025-04-09',
    right: ['required'],
    why: 'the filing names China with Hong Kong and Macau',
  },
  {
    case: asked('h20', 'china'),
    on: '2025-04-10',
    known: '2025-04-14',
    right: ['unstated'],
    why: 'nobody outside knew of the letter before the filing of 15 April',
  },
  {
    case: asked('h20', 'china'),
    on: '2025-08-11',
    right: ['required'],
    duties: [],
    why: 'licences are issued; 15 % is only agreed',
  },
  {
    case: asked('prc-made', 'other-tier-2', 'from-abroad'),
    on: '2025-05-13',
    right: ['conditional'],
    why: 'a warning',
  },

  // Affiliates of listed parties
  { case: asked('other-item', 'listed-affiliate'), on: '2025-09-28', right: ['unstated'], why: 'before the rule' },
  { case: asked('other-item', 'listed-affiliate'), on: '2025-09-29', right: ['required'], why: 'as for the parent' },
  {
    case: asked('other-item', 'listed-affiliate'),
    on: '2025-11-09',
    right: ['required'],
    why: 'the day before it stops',
  },
  { case: asked('other-item', 'listed-affiliate'), on: '2025-11-10', right: ['unstated'], why: 'suspended for a year' },
  {
    case: asked('other-item', 'listed-affiliate'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'due back on 10 November, but no source tells the outcome: the last reported stage stays',
  },

  // H200
  {
    case: asked('h200', 'china'),
    on: '2026-01-14',
    right: ['prohibited'],
    duties: [],
    why: 'decided, in force the next day',
  },
  {
    case: asked('h200', 'china'),
    on: '2026-01-15',
    right: ['conditional'],
    duties: ['h200-import-tariff'],
    why: 'case by case, 91 FR 1684; beside it the duty on import, 91 FR 2443',
  },
  {
    case: asked('h200', 'macau'),
    on: '2026-01-15',
    right: ['conditional'],
    duties: ['h200-import-tariff'],
    why: 'China and Macau',
  },
  {
    case: asked('h200', 'japan'),
    on: '2026-01-15',
    right: ['unstated'],
    duties: ['h200-import-tariff'],
    why: 'the proclamation is about the import, whatever the destination: China is not among its terms',
  },
  {
    case: asked('h20', 'hong-kong'),
    on: '2026-01-15',
    right: ['conditional'],
    duties: [],
    why: 'Hong Kong is counted with China; the H20 is below the limits of the duty',
  },
  { case: asked('gb300', 'china'), on: '2026-01-15', right: ['prohibited'], why: 'a Blackwell chip, above the limits' },
  {
    case: asked('h200', 'headquartered-in-tier-3'),
    on: '2026-01-15',
    right: ['required', 'prohibited'],
    why: 'case by case only for end users in China and Macau',
  },
  {
    case: asked('h200', 'china', 'from-abroad'),
    on: '2026-01-15',
    right: ['prohibited'],
    why: 're-exports still denied',
  },
  { case: asked('h200', 'russia'), on: '2026-01-15', right: ['prohibited'], why: 'only China and Macau are eased' },
  { case: asked('h20', 'china'), on: '2026-01-15', right: ['conditional'], why: 'the H200 class and below' },
  { case: asked('h20', 'china', 'from-abroad'), on: '2026-01-15', right: ['required'], why: 'the letter still holds' },
  { case: asked('blackwell', 'china'), on: '2026-11-22', right: ['prohibited'], why: 'left out by rule and summit' },

  // Groups D:1 and D:4, and the United Arab Emirates
  {
    case: asked('h200', 'vietnam'),
    on: '2023-11-17',
    right: ['required'],
    why: 'Nvidia names Viet Nam, Saudi Arabia and the Emirates',
  },
  { case: asked('h200', 'israel'), on: '2023-11-17', right: ['unstated'], why: 'also in A:6: named as left out' },
  {
    case: asked('blackwell', 'united-arab-emirates'),
    on: '2023-11-16',
    right: ['unstated'],
    why: 'before the rules of 2023',
  },
  {
    case: asked('blackwell', 'united-arab-emirates'),
    on: '2026-07-09',
    right: ['required'],
    why: 'still in group D:4',
  },
  {
    case: asked('blackwell', 'united-arab-emirates'),
    on: '2026-07-10',
    right: ['conditional'],
    why: '91 FR 43034: free of licence for the government and approved companies',
  },
  { case: asked('blackwell', 'saudi-arabia'), on: '2026-07-10', right: ['required'], why: 'only the Emirates moved' },
  {
    case: asked('lower-chip', 'd1-d4-state'),
    on: '2023-11-17',
    right: ['conditional'],
    why: 'until the corrections NAC, with notice, for these countries too',
  },

  // Only proposed or agreed
  {
    case: asked('blackwell', 'north-korea'),
    on: '2026-11-22',
    right: ['prohibited'],
    why: 'group D:5; the bill that names North Korea adds nothing yet',
  },
  {
    case: asked('blackwell', 'china', 'remote-access'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'the bill on the cloud has passed one chamber',
  },
  { case: asked('h200', 'tier-1'), on: '2026-03-10', right: ['unstated'], why: 'the world licence was only a draft' },
]
