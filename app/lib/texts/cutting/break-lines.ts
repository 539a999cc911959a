/** What may not begin a line in Chinese (GB/T 15834), and what may not end one. */
const notFirst = /[，。、；：？！）》」』】〕”’…—,.;:?!)\]}%‰℃]/u;
const notLast = /[（《「『【〔“‘([{]/u;
/** Letters and digits that belong together: a word of Latin script, a number with its point. */
const ofWord = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’.,_@/:-]/u;

export interface OfLines {
  /** How wide a text is, in the unit of `width`. */
  measure(text: string): number;
  width: number;
  /** More lines than these end with an ellipsis. */
  most: number;
}

/** The pieces between which a line may be broken. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const character of text.replaceAll(/\s+/g, ' ').trim()) {
    const before = pieces.at(-1);
    const last = before === undefined ? '' : (Array.from(before).at(-1) ?? '');
    const joined =
      notFirst.test(character) || notLast.test(last) || (ofWord.test(character) && ofWord.test(last));
    if (before !== undefined && joined) pieces[pieces.length - 1] = before + character;
    else pieces.push(character);
  }
  return pieces;
}

const ellipsis = '…';

function cut(line: string, { measure, width }: OfLines): string {
  const characters = Array.from(line.trimEnd());
  while (characters.length > 0 && measure(characters.join('') + ellipsis) > width) characters.pop();
  return characters.join('').trimEnd() + ellipsis;
}

/** A text in lines of a width, for where no browser breaks it; a word that is wider than a line is broken within. */
export function breakLines(text: string, asked: OfLines): string[] {
  const lines: string[] = [''];
  const fits = (line: string) => asked.measure(line.trimEnd()) <= asked.width;
  for (const piece of piecesOf(text))
    for (const part of fits(piece) ? [piece] : Array.from(piece)) {
      const line = lines.at(-1) ?? '';
      if (line === '' || fits(line + part)) lines[lines.length - 1] = (line + part).trimStart();
      else lines.push(part.trimStart());
    }
  const shown = lines.map((line) => line.trimEnd()).filter((line) => line !== '');
  if (shown.length <= asked.most) return shown;
  return [...shown.slice(0, asked.most - 1), cut(shown[asked.most - 1] ?? '', asked)];
}
