/** What Markdown itself stands for: numbers of lists, boxes of tasks. */
const listNumber = /^([ \t>]*(?:[-*+][ \t]+)*)\d{1,9}[.)](?=[ \t]|$)/gm;
const taskBox = /\[[ xX]\]/g;

const lettersOf = (text: string) => text.normalize('NFC').replaceAll(/[^\p{L}\p{N}]/gu, '');

/**
 * Whether each letter and digit of a Markdown text stands, in its order, in what is shown of it. Comments and definitions,
 * titles of links, cells beyond a table's head and the like are in the text, and Markdown shows them to nobody.
 */
export function isShownWhole(source: string, shown: string): boolean {
  const wanted = lettersOf(source.replaceAll(listNumber, '$1').replaceAll(taskBox, ''));
  const there = lettersOf(shown);
  let found = 0;
  for (let at = 0; at < there.length && found < wanted.length; at += 1)
    if (there[at] === wanted[found]) found += 1;
  return found === wanted.length;
}
