import { HtmlValidate } from 'html-validate'

/*
 * What the Nu checker refuses, as far as html-validate knows it: what may stand in what, attributes and their values, ids, the
 * order of headings. Matters of taste (how a tag is spelled) are not looked at.
 */
const checker = new HtmlValidate({
  root: true,
  elements: ['html5'],
  rules: {
    'attr-spacing': 'error',
    'attribute-allowed-values': 'error',
    'attribute-misuse': 'error',
    'close-order': 'error',
    deprecated: 'error',
    'element-name': 'error',
    'element-permitted-content': 'error',
    'element-permitted-occurrences': 'error',
    'element-permitted-order': 'error',
    'element-permitted-parent': 'error',
    'element-required-ancestor': 'error',
    'element-required-attributes': 'error',
    'element-required-content': 'error',
    'form-dup-name': 'off',
    'heading-level': ['error', { allowMultipleH1: false, minInitialRank: 'h1' }],
    'map-id-name': 'error',
    'meta-refresh': 'error',
    'missing-doctype': 'error',
    'multiple-labeled-controls': 'error',
    'no-dup-attr': 'error',
    'no-dup-id': 'error',
    'no-missing-references': 'error',
    'no-raw-characters': 'off',
    'no-unknown-elements': 'error',
    'script-element': 'error',
    'script-type': 'error',
    'unique-landmark': 'error',
    'valid-autocomplete': 'error',
    'valid-for': 'error',
    'void-content': 'error',
  },
})

/** What is wrong with an HTML document: rule, message and place of each fault. */
export async function faultsOf(html: string): Promise<string[]> {
  const { results } = await checker.validateString(html)
  return results.flatMap(({ messages }) =>
    messages.map(
      ({ ruleId, message, line, column, selector }) => `${ruleId}: ${message} (${selector ?? ''} ${line}:${column})`,
    ),
  )
}
