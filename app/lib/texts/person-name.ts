/** What people type for the dot in 阿卜杜·热西提: their keyboards have no other, and lists were typed by others. */
const dots = /(?<=\p{Script=Han})[.．•‧・･●∙⋅](?=\p{Script=Han})/gu;

/**
 * The name of a person with the dot that stands in it on papers (U+00B7), whichever was
 * typed between Chinese characters. An address it is then no more.
 */
export const withNameDots = (name: string): string => name.replaceAll(dots, '·');
