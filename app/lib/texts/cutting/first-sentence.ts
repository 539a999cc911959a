/** Marks of Markdown that begin a line, or stand around words. */
const marks = /^[\s>#*+-]+|\*\*|__|`/g;
const ends = /[。！？!?；;]|\.(?=\s|$)/;

/** Below that it is a greeting and no title. */
const least = 4;

/**
 * What a text begins with, as its title: the first line to the end of its first sentence, with the next where that says
 * too little, at most `longest` characters. A text without words has none.
 */
export function firstSentence(text: string, longest = 40): string {
  const words = text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(marks, '').trim())
    .filter((line) => line !== '')
    .join(' ');
  let title = '';
  let rest = words;
  while ([...title].length < least && rest !== '') {
    const end = ends.exec(rest);
    const length = end ? end.index + end[0].length : rest.length;
    title += rest.slice(0, length);
    rest = rest.slice(length);
  }
  title = title.trim().replace(/[。；;.]$/, '');
  const signs = [...title];
  return signs.length <= longest ? title : `${signs.slice(0, longest - 1).join('')}…`;
}
