/** A verdict that the sources settle: where they can be read either way, every reading is listed. */
export interface GoldenVerdict {
  case: { item: string; party: string; route: string }
  on: string
  right: readonly string[]
  why: string
}

const asked = (item: string, party: string, route = 'from-us') => ({ item, party, route })

/** The golden verdicts of the dossier us-chip-export-controls, written down from the sources before the rules were. */
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
  { case: asked('a100-h100', 'macau'), on: '2023-01-17', right: ['unstated'], why: 'Macau not yet added' },
  { case: asked('a100-h100', 'macau'), on: '2023-01-18', right: ['prohibited'], why: 'Macau added' },
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
    on: '2024-12-02',
    right: ['required', 'prohibited'],
    why: 'forbidden without a licence',
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

  // H20
  { case: asked('h20', 'china'), on: '2025-04-08', right: ['unstated'], why: 'below the limits of October 2023' },
  { case: asked('h20', 'china'), on: '2025-04-09', right: ['required'], why: 'notice letter' },
  {
    case: asked('h20', 'china'),
    on: '2025-08-11',
    right: ['required'],
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
  { case: asked('h200', 'china'), on: '2026-01-14', right: ['prohibited'], why: 'decided, in force the next day' },
  { case: asked('h200', 'china'), on: '2026-01-15', right: ['conditional'], why: 'case by case' },
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

  // Only proposed or agreed
  {
    case: asked('blackwell', 'china', 'remote-access'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'the bill on the cloud has passed one chamber',
  },
  { case: asked('h200', 'tier-1'), on: '2026-03-10', right: ['unstated'], why: 'the world licence was only a draft' },
]
