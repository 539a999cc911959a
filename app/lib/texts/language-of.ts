/** So much of a text says what it is written in. */
const looked = 1000;
const signs = /\p{Script=Han}/gu;
const words = /\p{Script=Latin}[\p{Script=Latin}\p{M}'’]+/gu;
/** A word of Latin letters says as much as two Chinese signs. */
const signsOfWord = 2;

/**
 * In which of the portal's languages a text is written, seen by its letters: nobody is asked for it. A Chinese sentence with
 * some names in Latin letters is Chinese, and the other way round. Null where it has letters of neither.
 */
export function languageOf(text: string): 'zh' | 'en' | null {
  const some = text.slice(0, looked);
  const han = some.match(signs)?.length ?? 0;
  const latin = some.match(words)?.length ?? 0;
  if (han === 0 && latin === 0) return null;
  return han >= signsOfWord * latin ? 'zh' : 'en';
}

/** A paragraph, heading, item or cell as the server renders it, up to the next of them. */
const block = /<(p|h[1-6]|li|t[dh])>((?:(?!<\/?(?:p|h[1-6]|li|t[dh]|[uo]l|table|blockquote)\b)[^])*)/g;
const tags = /<[^>]*>|&\w+;/g;

/** Rendered HTML, in which each block bears its language where that is another than the page's: one text may have both. */
export const withLanguages = (html: string, locale: string): string =>
  html.replace(block, (all, tag: string, inner: string) => {
    const language = languageOf(inner.replace(tags, ' '));
    return language === null || locale.startsWith(language) ? all : `<${tag} lang="${language}">${inner}`;
  });

/** The attribute of an element of XML that holds the words; none where nothing is seen of a language. */
export function languageXml(text: string): string {
  const language = languageOf(text);
  return language === null ? '' : ` xml:lang="${language}"`;
}
