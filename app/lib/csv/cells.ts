/**
 * What a spreadsheet would take for a formula: a sign that begins one, also as a full-width form, also behind blanks,
 * line breaks or quotes, which programs drop or pass over; and whatever a tab or a line break begins
 * (OWASP, CSV Injection).
 */
const formula = /^(?:[\t\r\n]|[\s\u200b-\u200f\u2060\ufeff'"\u2018\u2019\u201c\u201d]*[=+\-@＝＋－＠])/;
const plainNumber = /^-?\d{1,11}(\.\d{1,11})?$/;
/** What a spreadsheet would show and save otherwise: more than eleven digits, zeros in front, a power of ten. */
const spoilable = /^(?:0\d+|\d{12,}|\d+(?:\.\d+)?[eE][+-]?\d+)$/;
const dateLike = /^\d{1,4}(?:[-/]\d{1,4}){1,2}$/;

const isFormula = (text: string) => formula.test(text) && !plainNumber.test(text);
const needsGuard = (text: string) => isFormula(text) || spoilable.test(text);
/**
 * A quote, and behind it what would be guarded or has a guard itself: what goes on comes off. Of several quotes all
 * but the first make a formula of a number, too.
 */
const hasGuard = (text: string): boolean => {
  const bare = text.replace(/^'+/, '');
  const quotes = text.length - bare.length;
  return quotes > 0 && (isGuardable(bare) || (quotes > 1 && formula.test(`'${bare}`)));
};
const isGuardable = (text: string): boolean => needsGuard(text) || dateLike.test(text);

/**
 * A cell that a spreadsheet shows and saves as it is: a quote stands before what would become a formula, and before
 * digits that would be lost; other numbers stay. `unguarded` takes the quote away.
 */
export function guarded(cell: string): string {
  return needsGuard(cell) || hasGuard(cell) ? `'${cell}` : cell;
}

/** As `guarded`, for numbers of things: `11-2` would become a day. */
export function guardedNumber(cell: string): string {
  return isGuardable(cell) || hasGuard(cell) ? `'${cell}` : cell;
}

/** The cell as it was before it was guarded. */
export function unguarded(cell: string): string {
  return hasGuard(cell) ? cell.slice(1) : cell;
}

/**
 * True where the text is what a spreadsheet or a table program leaves of a number: a power of ten (`4.21003E+17`), a
 * decimal part of zeros, more than fifteen digits of which only zeros come after the fifteenth, digits parted by
 * thousands, or an error's name.
 * `guardedBefore`: the cell had its quote, so its zeros are its own.
 */
export function isSpoiltNumber(text: string, guardedBefore: boolean): boolean {
  if (guardedBefore) return false;
  return (
    /^[+-]?\d+(?:[.,]\d+)?\s*[eE]\s*\+?\d+$/.test(text) ||
    /^\d+[.,]0+$/.test(text) ||
    /^\d{15}0+$/.test(text) ||
    /^\d{1,3}(?:,\d{3}){2,}(?:\.\d*)?$/.test(text) ||
    /^#(?:#*|N\/A|[A-Z/_0]+[!?])$/i.test(text)
  );
}
