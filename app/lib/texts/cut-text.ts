/** Of what is written one over the other, more than this is no sign that anybody reads. */
const longestSign = 64;

let segmenter: Intl.Segmenter | null | undefined;

/** Null in an old browser, which then cuts between code points. */
function segmenterHere(): Intl.Segmenter | null {
  segmenter ??= 'Segmenter' in Intl ? new Intl.Segmenter('zh-CN', { granularity: 'grapheme' }) : null;
  return segmenter;
}

/** Where the sign begins that stands at `at`: what would be cut in two there goes as a whole. */
function beginOfSign(text: string, at: number): number {
  const near = text.slice(Math.max(0, at - 2 * longestSign), at + longestSign);
  const offset = Math.max(0, at - 2 * longestSign);
  const sign = segmenterHere()
    ?.segment(near)
    .containing(at - offset);
  if (sign && at - offset - sign.index <= longestSign) return offset + sign.index;
  const isSecondHalf = /[\uDC00-\uDFFF]/.test(text[at] ?? '') && /[\uD800-\uDBFF]/.test(text[at - 1] ?? '');
  return isSecondHalf ? at - 1 : at;
}

/**
 * The beginning of people's text, of `most` characters at most as a column and a form count them (`length`), never cut
 * within what is read as one sign: a rare character, an emoji of several, a letter with its marks.
 */
export function cutText(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, beginOfSign(text, most));
}

/** The beginning of a text for a reader, of `most` signs at most, the last an ellipsis where more was written. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const signs = segmenterHere()?.segment(text.slice(0, most * longestSign)) ?? Array.from(text);
  let [count, length, shown] = [0, 0, 0];
  for (const sign of signs) {
    if (count === most) return `${text.slice(0, shown).trimEnd()}…`;
    count += 1;
    length += (typeof sign === 'string' ? sign : sign.segment).length;
    if (count === most - 1) shown = length;
  }
  // Less was looked at than there is: single signs of hundreds of marks.
  return length === text.length ? text : `${text.slice(0, count < most ? length : shown).trimEnd()}…`;
}
