/**
 * The golden verdicts of the dossier eu-ai-act, from the texts in the Official Journal: Regulation (EU) 2024/1689 and Regulation
 * (EU) 2026/1744. Where they can be read either way, both dispositions are listed. A case may name a member, such as a country.
 */
export interface Golden {
  case: { operator: string; obligation: string; system: string }
  on: string
  /** Only what had been reported by then counts. */
  known?: string
  right: readonly string[]
  why: string
}

const asked = (operator: string, obligation: string, system: string) => ({ operator, obligation, system })

export const golden: readonly Golden[] = [
  // Article 5 and Article 4: Chapters I and II, Art. 113(a)
  {
    case: asked('large-provider', 'ban', 'original-practice'),
    on: '2024-07-31',
    right: ['unstated'],
    why: 'the Act is not yet in force (twentieth day after 12 July 2024)',
  },
  {
    case: asked('large-provider', 'ban', 'original-practice'),
    on: '2024-08-01',
    right: ['not_required'],
    why: 'in force; Chapter II applies from 2 February 2025',
  },
  {
    case: asked('large-provider', 'ban', 'original-practice'),
    on: '2025-02-01',
    right: ['not_required'],
    why: 'Art. 113(a): from 2 February 2025',
  },
  {
    case: asked('large-provider', 'ban', 'original-practice'),
    on: '2025-02-02',
    right: ['prohibited'],
    why: 'Art. 113(a): from 2 February 2025',
  },
  {
    case: asked('private-deployer', 'ban', 'original-practice'),
    on: '2026-11-22',
    right: ['prohibited'],
    why: 'the first bans did not move',
  },
  {
    case: asked('private-deployer', 'literacy', 'employment'),
    on: '2025-02-01',
    right: ['not_required'],
    why: 'Art. 4 from 2 February 2025',
  },
  {
    case: asked('private-deployer', 'literacy', 'minimal-risk'),
    on: '2025-02-02',
    right: ['required'],
    why: 'Art. 4 is for any AI system',
  },
  {
    case: asked('large-provider', 'literacy', 'employment'),
    on: '2026-07-26',
    right: ['required'],
    why: 'the wording changes on 27 July 2026',
  },
  {
    case: asked('large-provider', 'literacy', 'employment'),
    on: '2026-07-27',
    right: ['required'],
    why: 'was “conditional or required”: Art. 4(1) as replaced says “shall take measures … This obligation”, so a duty it is',
  },
  {
    case: asked('public-authority', 'literacy', 'chatbot'),
    on: '2028-01-01',
    right: ['required'],
    why: 'Art. 4 has no end',
  },

  // General-purpose models: Chapter V, Arts 88-94, 101, 111(3)
  {
    case: asked('gpai-provider', 'documentation-copyright', 'gpai-systemic-risk'),
    on: '2025-08-01',
    right: ['not_required'],
    why: 'Art. 113(b): from 2 August 2025',
  },
  {
    case: asked('gpai-provider', 'documentation-copyright', 'gpai-systemic-risk'),
    on: '2025-08-02',
    right: ['required'],
    why: 'Art. 113(b): from 2 August 2025',
  },
  {
    case: asked('gpai-provider', 'documentation-copyright', 'other-gpai-model'),
    on: '2026-11-22',
    right: ['required'],
    why: 'Chapter V did not move',
  },
  {
    case: asked('gpai-provider', 'documentation-copyright', 'older-gpai-model'),
    on: '2026-11-22',
    right: ['not_required'],
    why: 'Art. 111(3): by 2 August 2027',
  },
  {
    case: asked('gpai-provider', 'documentation-copyright', 'older-gpai-model'),
    on: '2027-08-01',
    right: ['not_required'],
    why: 'Art. 111(3): by 2 August 2027',
  },
  {
    case: asked('gpai-provider', 'documentation-copyright', 'older-gpai-model'),
    on: '2027-08-02',
    right: ['required'],
    why: 'Art. 111(3): by 2 August 2027',
  },
  {
    case: asked('commission', 'penalties-enforcement', 'other-gpai-model'),
    on: '2026-08-01',
    right: ['not_required'],
    why: 'Chapter IX from the general date, Art. 101 excepted from (b)',
  },
  {
    case: asked('commission', 'penalties-enforcement', 'other-gpai-model'),
    on: '2026-08-02',
    right: ['permitted'],
    why: 'Art. 88: exclusive powers; not moved',
  },
  {
    case: asked('ai-office', 'penalties-enforcement', 'gpai-systemic-risk'),
    on: '2026-08-01',
    right: ['not_required'],
    why: 'a member of the Commission: Art. 88 from the general date',
  },
  {
    case: asked('ai-office', 'penalties-enforcement', 'gpai-systemic-risk'),
    on: '2026-08-02',
    right: ['permitted'],
    why: 'Art. 88(1): the Commission entrusts the AI Office',
  },

  // Member States and notified bodies
  {
    case: asked('member-state', 'authorities', 'ai-in-general'),
    on: '2025-08-01',
    right: ['not_required'],
    why: 'Chapter VII from 2 August 2025',
  },
  {
    case: asked('member-state', 'authorities', 'ai-in-general'),
    on: '2025-08-02',
    right: ['required'],
    why: 'Art. 70; Art. 113(b)',
  },
  {
    case: asked('member-state', 'penalties-enforcement', 'ai-in-general'),
    on: '2025-08-02',
    right: ['required'],
    why: 'Art. 99(1); Art. 113(b)',
  },
  {
    case: asked('germany', 'authorities', 'ai-in-general'),
    on: '2025-08-01',
    right: ['not_required'],
    why: 'a Member State: Art. 113(b)',
  },
  {
    case: asked('germany', 'authorities', 'ai-in-general'),
    on: '2025-08-02',
    right: ['required'],
    why: 'a Member State: Art. 70',
  },
  {
    case: asked('spain', 'sandbox', 'ai-in-general'),
    on: '2027-08-01',
    right: ['not_required'],
    why: 'a Member State: Art. 57(1) as replaced',
  },
  {
    case: asked('spain', 'sandbox', 'ai-in-general'),
    on: '2027-08-02',
    right: ['required'],
    why: 'a Member State: Art. 57(1) as replaced',
  },
  {
    case: asked('member-state', 'sandbox', 'ai-in-general'),
    on: '2026-08-02',
    right: ['not_required'],
    why: 'moved to 2 August 2027',
  },
  {
    case: asked('member-state', 'sandbox', 'ai-in-general'),
    on: '2027-08-01',
    right: ['not_required'],
    why: 'operational by 2 August 2027',
  },
  {
    case: asked('member-state', 'sandbox', 'ai-in-general'),
    on: '2027-08-02',
    right: ['required'],
    why: 'operational by 2 August 2027',
  },
  {
    case: asked('notified-body', 'authorities', 'ai-in-general'),
    on: '2025-08-01',
    right: ['not_required'],
    why: 'Chapter III Section 4 from 2 August 2025',
  },
  {
    case: asked('notified-body', 'authorities', 'ai-in-general'),
    on: '2025-08-02',
    right: ['required'],
    why: 'Chapter III Section 4 from 2 August 2025',
  },
  {
    case: asked('notified-body', 'authorities', 'medical-device'),
    on: '2026-07-26',
    right: ['unstated'],
    why: 'the date for bodies under product law is new in the omnibus',
  },
  {
    case: asked('notified-body', 'authorities', 'medical-device'),
    on: '2028-01-27',
    right: ['not_required'],
    why: 'Art. 43(3): by 28 January 2028',
  },
  {
    case: asked('notified-body', 'authorities', 'medical-device'),
    on: '2028-01-28',
    right: ['required'],
    why: 'Art. 43(3): by 28 January 2028',
  },

  // High-risk, Annex III: 2 August 2026, moved to 2 December 2027 by Art. 113(c)(i)
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-01-10',
    right: ['not_required'],
    why: 'delay only proposed, old date not reached',
  },
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-06-30',
    right: ['not_required'],
    why: 'delay decided, old date not reached',
  },
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-08-02',
    right: ['not_required'],
    why: 'moved to 2 December 2027',
  },
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-08-02',
    known: '2025-06-01',
    right: ['required'],
    why: 'by what was known before the omnibus',
  },
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-08-02',
    known: '2026-07-20',
    right: ['required'],
    why: 'decided, but not known to be in force',
  },
  {
    case: asked('large-provider', 'requirements', 'employment'),
    on: '2026-08-02',
    known: '2026-07-27',
    right: ['not_required'],
    why: 'known to be in force',
  },
  {
    case: asked('public-authority', 'requirements', 'justice'),
    on: '2027-12-01',
    right: ['not_required'],
    why: 'moved to 2 December 2027',
  },
  {
    case: asked('public-authority', 'requirements', 'justice'),
    on: '2027-12-02',
    right: ['required'],
    why: 'moved to 2 December 2027',
  },
  {
    case: asked('large-provider', 'technical-documentation', 'education'),
    on: '2027-12-02',
    right: ['required'],
    why: 'Art. 11(1): no ease for large firms',
  },

  // High-risk, Annex I: 2 August 2027, moved to 2 August 2028 by Art. 113(c)(ii)
  {
    case: asked('large-provider', 'requirements', 'toys'),
    on: '2027-08-02',
    right: ['not_required'],
    why: 'moved to 2 August 2028',
  },
  {
    case: asked('product-manufacturer', 'requirements', 'lifts'),
    on: '2028-08-01',
    right: ['not_required'],
    why: 'moved to 2 August 2028',
  },
  {
    case: asked('product-manufacturer', 'requirements', 'lifts'),
    on: '2028-08-02',
    right: ['required'],
    why: 'moved to 2 August 2028',
  },
  {
    case: asked('large-provider', 'requirements', 'medical-device'),
    on: '2028-08-02',
    right: ['required'],
    why: 'medical devices stay in Section A',
  },
  {
    case: asked('large-provider', 'requirements', 'machinery'),
    on: '2026-08-02',
    right: ['not_required'],
    why: 'Art. 2(2): not by the Act itself',
  },
  {
    case: asked('large-provider', 'requirements', 'machinery'),
    on: '2028-08-01',
    right: ['not_required'],
    why: 'Art. 2(2): not by the Act itself',
  },
  {
    case: asked('large-provider', 'requirements', 'machinery'),
    on: '2028-08-02',
    right: ['conditional'],
    why: 'was “not required”: acts that carry the high-risk requirements into the Machinery Regulation must apply by this day (Reg. 2026/1744, Art. 3(1))',
  },
  {
    case: asked('large-provider', 'requirements', 'machinery'),
    on: '2027-08-02',
    known: '2025-06-01',
    right: ['required'],
    why: 'in Section A by what was known before the omnibus',
  },
  {
    case: asked('large-provider', 'requirements', 'vehicles'),
    on: '2028-08-02',
    right: ['not_required'],
    why: 'Annex I, Section B: Art. 2(2) leaves Arts 8 to 27 out',
  },
  {
    case: asked('product-manufacturer', 'requirements', 'aviation'),
    on: '2028-08-02',
    right: ['not_required'],
    why: 'Annex I, Section B: Art. 2(2) leaves Arts 8 to 27 out',
  },
  {
    case: asked('sme', 'technical-documentation', 'vehicles'),
    on: '2028-08-02',
    right: ['not_required'],
    why: 'Section B: no duty of the Act to ease',
  },

  // Older systems of public authorities: Art. 111(2)
  {
    case: asked('public-authority', 'requirements', 'older-public-authority-system'),
    on: '2030-08-01',
    right: ['not_required'],
    why: 'by 2 August 2030',
  },
  {
    case: asked('public-authority', 'requirements', 'older-public-authority-system'),
    on: '2030-08-02',
    right: ['required'],
    why: 'by 2 August 2030',
  },

  // Transparency: Art. 50; marking by older systems: Art. 111(4)
  {
    case: asked('large-provider', 'transparency', 'chatbot'),
    on: '2026-08-01',
    right: ['not_required'],
    why: 'general date, 2 August 2026',
  },
  {
    case: asked('large-provider', 'transparency', 'chatbot'),
    on: '2026-08-02',
    right: ['required'],
    why: 'general date, not moved',
  },
  {
    case: asked('private-deployer', 'transparency', 'deepfake'),
    on: '2026-08-02',
    right: ['required'],
    why: 'Art. 50(4), not moved',
  },
  {
    case: asked('large-provider', 'transparency', 'new-generative-system'),
    on: '2026-08-02',
    right: ['required'],
    why: 'grace only for systems on the market before',
  },
  {
    case: asked('large-provider', 'transparency', 'older-generative-system'),
    on: '2026-08-02',
    right: ['not_required'],
    why: 'Art. 111(4): by 2 December 2026',
  },
  {
    case: asked('large-provider', 'transparency', 'older-generative-system'),
    on: '2026-12-01',
    right: ['not_required'],
    why: 'Art. 111(4): by 2 December 2026',
  },
  {
    case: asked('large-provider', 'transparency', 'older-generative-system'),
    on: '2026-12-02',
    right: ['required'],
    why: 'Art. 111(4): by 2 December 2026',
  },
  {
    case: asked('large-provider', 'transparency', 'older-generative-system'),
    on: '2026-08-02',
    known: '2025-06-01',
    right: ['required'],
    why: 'no grace by what was known before the omnibus',
  },

  // The new bans: Art. 5(1)(ba) and (bb), Art. 113(a) as replaced
  {
    case: asked('large-provider', 'ban', 'nudifier'),
    on: '2026-04-01',
    right: ['unstated'],
    why: 'the ban is only proposed',
  },
  {
    case: asked('large-provider', 'ban', 'nudifier'),
    on: '2026-07-26',
    right: ['unstated'],
    why: 'the ban is decided, not in force',
  },
  {
    case: asked('large-provider', 'ban', 'nudifier'),
    on: '2026-07-27',
    right: ['not_required'],
    why: 'in force, applies from 2 December 2026',
  },
  {
    case: asked('large-provider', 'ban', 'nudifier'),
    on: '2026-12-01',
    right: ['not_required'],
    why: 'applies from 2 December 2026',
  },
  {
    case: asked('large-provider', 'ban', 'nudifier'),
    on: '2026-12-02',
    right: ['prohibited'],
    why: 'Art. 113(a): from 2 December 2026',
  },
  {
    case: asked('private-deployer', 'ban', 'csam'),
    on: '2026-12-01',
    right: ['not_required'],
    why: 'applies from 2 December 2026',
  },
  {
    case: asked('private-deployer', 'ban', 'csam'),
    on: '2026-12-02',
    right: ['prohibited'],
    why: 'Art. 113(a): from 2 December 2026',
  },

  // Registration of systems held not to be high-risk: Art. 49(2), Chapter III Section 5, not moved
  {
    case: asked('large-provider', 'registration', 'claimed-not-high-risk'),
    on: '2026-08-01',
    right: ['not_required'],
    why: 'general date, 2 August 2026',
  },
  {
    case: asked('large-provider', 'registration', 'claimed-not-high-risk'),
    on: '2026-08-02',
    right: ['required'],
    why: 'was “not required or required”: Art. 113(c) moves Sections 1 to 3 only, Art. 49 stands in Section 5, and no point of Reg. 2026/1744 amends it',
  },
  {
    case: asked('sme', 'registration', 'claimed-not-high-risk'),
    on: '2026-11-22',
    right: ['required'],
    why: 'Art. 49(2) knows no ease for small firms',
  },
  {
    case: asked('large-provider', 'registration', 'claimed-not-high-risk'),
    on: '2027-12-02',
    right: ['required'],
    why: 'kept',
  },

  // Smaller firms: Art. 99(6) and (6a), Art. 11(1), Art. 62(1)(a), Art. 57(3a)
  {
    case: asked('sme', 'penalties-enforcement', 'employment'),
    on: '2025-08-01',
    right: ['not_required'],
    why: 'Chapter XII from 2 August 2025',
  },
  {
    case: asked('sme', 'penalties-enforcement', 'employment'),
    on: '2025-08-02',
    right: ['conditional'],
    why: 'Art. 99(6) is in the Act of 2024',
  },
  {
    case: asked('sme', 'penalties-enforcement', 'original-practice'),
    on: '2026-11-22',
    right: ['conditional'],
    why: 'Art. 99(6): each fine of the article',
  },
  {
    case: asked('small-mid-cap', 'penalties-enforcement', 'employment'),
    on: '2026-07-26',
    right: ['untracked'],
    why: 'was “unstated”: Art. 99(4) fined such firms already, without relief, and fines are not followed',
  },
  {
    case: asked('small-mid-cap', 'penalties-enforcement', 'employment'),
    on: '2026-07-27',
    right: ['conditional'],
    why: 'Art. 99(6a), new',
  },
  {
    case: asked('small-mid-cap', 'penalties-enforcement', 'original-practice'),
    on: '2026-07-27',
    right: ['untracked'],
    why: 'Art. 99(6a) leaves out the fines of paragraph 3',
  },
  {
    case: asked('sme', 'sandbox', 'employment'),
    on: '2026-08-01',
    right: ['not_required'],
    why: 'Chapter VI from the general date',
  },
  {
    case: asked('sme', 'sandbox', 'employment'),
    on: '2026-08-02',
    right: ['conditional'],
    why: 'Art. 62(1)(a): priority access',
  },
  {
    case: asked('small-mid-cap', 'sandbox', 'employment'),
    on: '2026-07-27',
    right: ['conditional'],
    why: 'Art. 57(3a): priority in a sandbox of the AI Office',
  },
  {
    case: asked('sme', 'technical-documentation', 'education'),
    on: '2026-11-22',
    right: ['not_required'],
    why: 'eased, but the duty itself is still to come',
  },
  {
    case: asked('sme', 'technical-documentation', 'education'),
    on: '2027-12-01',
    right: ['not_required'],
    why: 'Art. 11 is in Section 2: from 2 December 2027',
  },
  {
    case: asked('sme', 'technical-documentation', 'education'),
    on: '2027-12-02',
    right: ['conditional'],
    why: 'Art. 11(1): the duty applies, eased',
  },
  {
    case: asked('small-mid-cap', 'technical-documentation', 'education'),
    on: '2027-12-02',
    right: ['conditional'],
    why: 'Art. 11(1) as replaced',
  },
  {
    case: asked('small-mid-cap', 'technical-documentation', 'toys'),
    on: '2028-08-01',
    right: ['not_required'],
    why: 'Annex I: from 2 August 2028',
  },
  {
    case: asked('small-mid-cap', 'technical-documentation', 'toys'),
    on: '2028-08-02',
    right: ['conditional'],
    why: 'Annex I: from 2 August 2028, eased',
  },
  {
    case: asked('sme', 'technical-documentation', 'education'),
    on: '2026-08-02',
    known: '2025-06-01',
    right: ['conditional'],
    why: 'Art. 11(1) of 2024 by what was known before the omnibus',
  },
  {
    case: asked('small-mid-cap', 'technical-documentation', 'education'),
    on: '2026-08-02',
    known: '2025-06-01',
    right: ['required'],
    why: 'no ease for small mid-caps in the Act of 2024',
  },

  // No rule, or not followed
  {
    case: asked('large-provider', 'requirements', 'minimal-risk'),
    on: '2026-11-22',
    right: ['unstated'],
    why: 'no rule speaks of minimal risk',
  },
  {
    case: asked('importer-or-distributor', 'ban', 'nudifier'),
    on: '2026-12-02',
    right: ['untracked'],
    why: 'importers and distributors are not followed',
  },
  {
    case: asked('large-provider', 'registration', 'employment'),
    on: '2026-11-22',
    right: ['untracked'],
    why: 'the registration of high-risk systems is not followed',
  },
]
