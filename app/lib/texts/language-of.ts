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

/** The same of rendered HTML. */
export const languageOfHtml = (html: string): 'zh' | 'en' | null =>
  languageOf(html.slice(0, 2 * looked).replace(/<[^>]*>?|&\w+;/g, ' '));

/** The attribute of an element of XML that holds the words; none where nothing is seen of a language. */
export function languageXml(text: string): string {
  const language = languageOf(text);
  return language === null ? '' : ` xml:lang="${language}"`;
}
