/**
 * The golden verdicts of the dossier eu-ai-act, taken from the table of its rules before the rules were entered. Where the
 * sources can be read either way, both dispositions are listed.
 */
export interface Golden {
  case: { operator: string; obligation: string; system: string }
  on: string
  right: readonly string[]
  why: string
}

const row = (
  operator: string,
  obligation: string,
  system: string,
  on: string,
  right: readonly string[],
  why: string,
): Golden => ({ case: { operator, obligation, system }, on, right, why })

const moved = 'Annex III: from 2 August 2026, moved to 2 December 2027'
const embedded = 'Annex I: from 2 August 2027, moved to 2 August 2028'
const grace = 'marking by systems on the market before 2 August 2026: moved to 2 December 2026'
const undress = 'new ban in force 27 July 2026, applies from 2 December 2026'
const sandbox = 'sandboxes: from 2 August 2026, moved to 2 August 2027'

export const golden: readonly Golden[] = [
  row('large-provider', 'ban', 'original-practice', '2024-07-31', ['unstated'], 'the Act is not yet in force'),
  row(
    'large-provider',
    'ban',
    'original-practice',
    '2025-02-01',
    ['not_required'],
    'the ban applies from 2 February 2025',
  ),
  row(
    'large-provider',
    'ban',
    'original-practice',
    '2025-02-02',
    ['prohibited'],
    'the ban applies from 2 February 2025',
  ),
  row('private-deployer', 'ban', 'original-practice', '2026-11-22', ['prohibited'], 'the first bans did not move'),

  row('private-deployer', 'literacy', 'employment', '2025-02-01', ['not_required'], 'literacy from 2 February 2025'),
  row(
    'private-deployer',
    'literacy',
    'minimal-risk',
    '2025-02-02',
    ['required'],
    'literacy from 2 February 2025, any system',
  ),
  row('large-provider', 'literacy', 'employment', '2026-07-26', ['required'], 'wording changes on 27 July 2026'),
  row('large-provider', 'literacy', 'employment', '2026-07-27', ['conditional', 'required'], 'a duty still, softened'),

  row(
    'gpai-provider',
    'documentation-copyright',
    'gpai-systemic-risk',
    '2025-08-01',
    ['not_required'],
    'GPAI from 2 August 2025',
  ),
  row(
    'gpai-provider',
    'documentation-copyright',
    'gpai-systemic-risk',
    '2025-08-02',
    ['required'],
    'GPAI from 2 August 2025',
  ),
  row(
    'gpai-provider',
    'documentation-copyright',
    'older-gpai-model',
    '2026-11-22',
    ['not_required'],
    'older models: 2 August 2027',
  ),
  row(
    'gpai-provider',
    'documentation-copyright',
    'older-gpai-model',
    '2027-08-02',
    ['required'],
    'older models: 2 August 2027',
  ),
  row(
    'commission',
    'penalties-enforcement',
    'other-gpai-model',
    '2026-08-01',
    ['not_required'],
    'GPAI enforcement 2 August 2026',
  ),
  row('commission', 'penalties-enforcement', 'other-gpai-model', '2026-08-02', ['permitted'], 'a power, not moved'),

  row('member-state', 'authorities', 'ai-in-general', '2025-08-01', ['not_required'], 'authorities from 2 August 2025'),
  row('member-state', 'authorities', 'ai-in-general', '2025-08-02', ['required'], 'authorities from 2 August 2025'),
  row(
    'member-state',
    'penalties-enforcement',
    'ai-in-general',
    '2025-08-02',
    ['required'],
    'penalties from 2 August 2025',
  ),

  row(
    'large-provider',
    'requirements',
    'employment',
    '2026-01-10',
    ['not_required'],
    'delay only proposed, old date not reached',
  ),
  row(
    'large-provider',
    'requirements',
    'employment',
    '2026-06-30',
    ['not_required'],
    'delay decided, old date not reached',
  ),
  row('large-provider', 'requirements', 'employment', '2026-08-02', ['not_required'], moved),
  row('public-authority', 'requirements', 'justice', '2027-12-01', ['not_required'], moved),
  row('public-authority', 'requirements', 'justice', '2027-12-02', ['required'], moved),
  row('large-provider', 'requirements', 'toys', '2027-08-02', ['not_required'], embedded),
  row('product-manufacturer', 'requirements', 'lifts', '2028-08-01', ['not_required'], embedded),
  row('product-manufacturer', 'requirements', 'lifts', '2028-08-02', ['required'], embedded),
  row('large-provider', 'requirements', 'medical-device', '2028-08-02', ['required'], 'medical devices stay'),
  row(
    'large-provider',
    'requirements',
    'machinery',
    '2028-08-02',
    ['not_required'],
    'machinery under the Machinery Regulation',
  ),
  row(
    'public-authority',
    'requirements',
    'older-public-authority-system',
    '2030-08-01',
    ['not_required'],
    'until 2 August 2030',
  ),
  row(
    'public-authority',
    'requirements',
    'older-public-authority-system',
    '2030-08-02',
    ['required'],
    'from 2 August 2030',
  ),

  row('large-provider', 'transparency', 'chatbot', '2026-08-01', ['not_required'], 'transparency from 2 August 2026'),
  row('large-provider', 'transparency', 'chatbot', '2026-08-02', ['required'], 'transparency did not move'),
  row('private-deployer', 'transparency', 'deepfake', '2026-08-02', ['required'], 'transparency did not move'),
  row(
    'large-provider',
    'transparency',
    'new-generative-system',
    '2026-08-02',
    ['required'],
    'grace only for older systems',
  ),
  row('large-provider', 'transparency', 'older-generative-system', '2026-08-02', ['not_required'], grace),
  row('large-provider', 'transparency', 'older-generative-system', '2026-12-01', ['not_required'], grace),
  row('large-provider', 'transparency', 'older-generative-system', '2026-12-02', ['required'], grace),

  row('large-provider', 'ban', 'nudifier', '2026-04-01', ['unstated'], 'the ban is only proposed'),
  row('large-provider', 'ban', 'nudifier', '2026-07-26', ['unstated'], 'the ban is decided, not in force'),
  row('large-provider', 'ban', 'nudifier', '2026-12-01', ['not_required'], undress),
  row('private-deployer', 'ban', 'csam', '2026-12-02', ['prohibited'], undress),

  row('member-state', 'sandbox', 'ai-in-general', '2026-08-02', ['not_required'], sandbox),
  row('member-state', 'sandbox', 'ai-in-general', '2027-08-01', ['not_required'], sandbox),
  row('member-state', 'sandbox', 'ai-in-general', '2027-08-02', ['required'], sandbox),

  row(
    'large-provider',
    'registration',
    'claimed-not-high-risk',
    '2026-08-02',
    ['not_required', 'required'],
    'read two ways',
  ),
  row('large-provider', 'registration', 'claimed-not-high-risk', '2027-12-02', ['required'], 'kept, with Annex III'),

  row(
    'small-mid-cap',
    'penalties-enforcement',
    'employment',
    '2026-07-26',
    ['unstated'],
    'relief in the text of 27 July 2026',
  ),
  row(
    'small-mid-cap',
    'penalties-enforcement',
    'employment',
    '2026-07-27',
    ['conditional'],
    'relief in the text of 27 July 2026',
  ),
  row(
    'sme',
    'technical-documentation',
    'education',
    '2026-11-22',
    ['not_required'],
    'eased, but the duty itself is still to come',
  ),
  row('sme', 'technical-documentation', 'education', '2027-12-02', ['conditional'], 'the duty applies, eased'),
  row('large-provider', 'technical-documentation', 'education', '2027-12-02', ['required'], 'no ease for large firms'),
  row('large-provider', 'requirements', 'minimal-risk', '2026-11-22', ['unstated'], 'no rule speaks of minimal risk'),
]
