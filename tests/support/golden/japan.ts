/**
 * The golden verdicts of the dossier japan-defence-transfers, taken from the official texts and the facts before the engine was
 * asked. A recipient may be a member. Where the sources can be read either way, both dispositions are listed.
 */
export interface Golden {
  case: { equipment: string; recipient: string; purpose: string }
  on: string
  /** Only what had been reported by this day. */
  known?: string
  right: readonly string[]
  why: string
}

export interface GoldenDuties {
  case: Golden['case']
  on: string
  duties: readonly string[]
  why: string
}

const row = (
  equipment: string,
  recipient: string,
  purpose: string,
  on: string,
  right: readonly string[],
  why: string,
  known?: string,
): Golden => ({ case: { equipment, recipient, purpose }, on, ...(known && { known }), right, why })

const partners = 'guidelines of 2014, 1(2)B(d): defence equipment for the five fields, to partners in security'
const peace = 'guidelines of 2014, 1(1)A: "the recipient is a foreign government"'
const licensed = 'amended 22 December 2023: finished licensed products back to the licensor'
const fighter = 'Cabinet decision and guidelines of 26 March 2024'
const abolished = 'five categories gone on 21 April 2026; seventeen agreement countries'

export const golden: readonly Golden[] = [
  // 1967 and 1976
  row('other-weapon', 'conflict-party', 'other-purpose', '1967-04-20', ['unstated'], 'no principle stated before 1967'),
  row('other-weapon', 'conflict-party', 'other-purpose', '1967-04-21', ['prohibited'], 'Sato: exports not permitted'),
  row('warship', 'other-state', 'other-purpose', '1976-02-26', ['unstated'], 'the view of 1976 is not yet stated'),
  row('warship', 'other-state', 'other-purpose', '1976-02-27', ['prohibited'], 'Miki: restrained, and not promoted'),
  row('radar', 'other-state', 'surveillance', '1980-01-01', ['unstated'], 'the old principles speak of arms only'),

  // the exceptions
  row('technology', 'united-states', 'technology-exchange', '1982-12-31', ['prohibited'], 'answer of 27 January 1981'),
  row(
    'technology',
    'united-states',
    'technology-exchange',
    '1983-01-13',
    ['prohibited'],
    'one day before the statement',
  ),
  row('technology', 'united-states', 'technology-exchange', '1983-01-14', ['conditional'], 'statement of 14 January'),
  row('technology', 'gcap-partner', 'technology-exchange', '1984-01-01', ['prohibited'], 'for the United States only'),
  row('interceptor-missile', 'united-states', 'joint-development', '2004-12-09', ['prohibited'], 'agreed, not decided'),
  row(
    'interceptor-missile',
    'united-states',
    'joint-development',
    '2004-12-10',
    ['conditional'],
    'statement of 10 December',
  ),
  row(
    'warship',
    'gcap-partner',
    'joint-development',
    '2011-12-26',
    ['prohibited'],
    'before the comprehensive exemption',
  ),
  row('warship', 'gcap-partner', 'joint-development', '2011-12-27', ['conditional'], 'comprehensive exemption'),
  row('ammunition', 'un-body', 'peace-cooperation', '2013-12-25', ['conditional'], 'rounds for UNMISS, 23 December'),

  // 2014
  row('ammunition', 'conflict-party', 'other-purpose', '2015-06-01', ['prohibited'], 'first principle'),
  row('radar', 'other-agreement-state', 'surveillance', '2014-03-31', ['unstated'], 'before the new principles'),
  row('radar', 'other-agreement-state', 'surveillance', '2014-04-01', ['conditional'], partners),
  row('radar', 'philippines', 'surveillance', '2020-08-28', ['permitted', 'conditional'], 'four radars were sold'),
  row('radar', 'other-agreement-state', 'other-purpose', '2023-08-23', ['prohibited'], 'not among the listed cases'),
  row(
    'technology',
    'other-agreement-state',
    'surveillance',
    '2014-04-01',
    ['conditional'],
    `${partners}, with technology`,
  ),
  row('part', 'other-partner', 'rescue', '2015-01-01', ['conditional'], `${partners}; arms include their parts`),
  row('unarmed-platform', 'other-state', 'peace-cooperation', '2014-04-01', ['conditional'], peace),
  row(
    'part',
    'united-states',
    'licensed-return',
    '2014-07-17',
    ['conditional'],
    '1(2)B(c): the gyroscopes of the PAC-2',
  ),
  row('gcap-fighter', 'gcap-partner', 'joint-development', '2023-08-23', ['permitted', 'conditional'], '1(2)A'),

  // Ukraine
  row(
    'protective-gear',
    'ukraine',
    'invaded-support',
    '2022-03-07',
    ['prohibited'],
    'the guidelines name no such case',
  ),
  row(
    'protective-gear',
    'ukraine',
    'invaded-support',
    '2022-03-08',
    ['permitted', 'conditional'],
    'amended 8 March 2022',
  ),
  row('protective-gear', 'other-invaded-state', 'invaded-support', '2022-03-08', ['prohibited'], 'Ukraine only'),
  row(
    'protective-gear',
    'other-invaded-state',
    'invaded-support',
    '2023-12-22',
    ['conditional'],
    'any invaded country',
  ),
  row('ammunition', 'ukraine', 'invaded-support', '2023-12-22', ['prohibited'], 'lethal arms remain excluded (Kyodo)'),

  // 2023
  row('warship', 'other-agreement-state', 'minesweeping', '2023-08-23', ['prohibited'], 'the seed day: only proposed'),
  row('warship', 'other-agreement-state', 'minesweeping', '2023-12-21', ['prohibited'], 'one day before the amendment'),
  row('warship', 'other-agreement-state', 'minesweeping', '2023-12-22', ['conditional'], 'written into the guidelines'),
  row('interceptor-missile', 'united-states', 'licensed-return', '2023-12-21', ['prohibited'], 'parts only'),
  row('interceptor-missile', 'united-states', 'licensed-return', '2023-12-22', ['conditional'], licensed),
  row('pac-3', 'united-states', 'licensed-return', '2025-11-19', ['conditional'], 'delivered under that rule'),
  row('part', 'other-partner', 'other-purpose', '2023-12-21', ['prohibited'], 'not among the listed cases'),
  row(
    'part',
    'other-partner',
    'other-purpose',
    '2023-12-22',
    ['conditional'],
    'parts that are not lethal, to partners',
  ),
  row('technology', 'other-agreement-state', 'third-country-transfer', '2023-12-21', ['prohibited'], 'not listed'),
  row(
    'technology',
    'other-agreement-state',
    'third-country-transfer',
    '2023-12-22',
    ['conditional'],
    'Jiji, 22 December',
  ),

  // the fighter
  row('gcap-fighter', 'other-agreement-state', 'third-country-transfer', '2024-03-25', ['prohibited'], fighter),
  row('gcap-fighter', 'other-agreement-state', 'third-country-transfer', '2024-03-26', ['conditional'], fighter),
  row(
    'gcap-fighter',
    'other-partner',
    'third-country-transfer',
    '2024-03-26',
    ['prohibited'],
    'agreement countries only',
  ),
  row('warship', 'other-agreement-state', 'third-country-transfer', '2024-03-26', ['prohibited'], 'this fighter only'),

  // 2026
  row('warship', 'other-agreement-state', 'other-purpose', '2026-04-20', ['prohibited'], 'within five categories only'),
  row('warship', 'other-agreement-state', 'other-purpose', '2026-04-21', ['conditional'], abolished),
  row('warship', 'other-state', 'other-purpose', '2026-04-21', ['prohibited'], 'weapons to agreement countries only'),
  row('radar', 'other-state', 'other-purpose', '2026-04-21', ['permitted'], 'non-weapons without further limits'),
  row(
    'radar',
    'other-agreement-state',
    'other-purpose',
    '2026-04-21',
    ['permitted'],
    'non-weapons without further limits',
  ),
  row(
    'technology',
    'other-agreement-state',
    'other-purpose',
    '2026-11-22',
    ['conditional', 'permitted'],
    'proposal and two press accounts open technology; no source says that it stays barred, the text is unseen',
  ),
  row('technology', 'conflict-party', 'other-purpose', '2026-11-22', ['prohibited'], 'the first principle stays'),
  row('ammunition', 'conflict-party', 'other-purpose', '2026-11-22', ['prohibited'], 'the first principle stays'),
  row(
    'warship',
    'other-agreement-state',
    'other-purpose',
    '2026-04-21',
    ['prohibited'],
    'only proposed by then',
    '2026-04-20',
  ),

  // members
  row('warship', 'philippines', 'other-purpose', '2026-11-22', ['conditional'], abolished),
  row('abukuma-class', 'philippines', 'other-purpose', '2026-11-22', ['conditional'], 'an escort is a warship'),
  row(
    'warship',
    'bangladesh',
    'other-purpose',
    '2026-11-22',
    ['conditional'],
    'agreement in force since 3 February 2026',
  ),
  row(
    'gcap-fighter',
    'mongolia',
    'third-country-transfer',
    '2025-01-22',
    ['conditional'],
    'agreement in force that day',
  ),
  row(
    'gcap-fighter',
    'mongolia',
    'third-country-transfer',
    '2025-01-21',
    ['untracked'],
    'where it stood before is not told',
  ),
]

const radar = { equipment: 'radar', recipient: 'other-agreement-state', purpose: 'surveillance' }
const both = ['prior-consent', 'screening']

/** What applies beside the answer. */
export const goldenDuties: readonly GoldenDuties[] = [
  { case: radar, on: '2014-03-31', duties: [], why: 'third principle and guidelines of 1 April 2014' },
  { case: radar, on: '2014-04-01', duties: both, why: 'third principle and guidelines of 1 April 2014' },
  {
    case: { ...radar, purpose: 'other-purpose' },
    on: '2026-04-21',
    duties: both,
    why: 'the frame of the principles stays',
  },
]
