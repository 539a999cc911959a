import { foldedText } from '../texts/folded-text';

/** Scripts that are written without spaces and whose single characters carry meaning. */
const pieces =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}])+/gu;
const single = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]$/u;

/** Characters of a text beyond this are not looked at. */
const mostCharacters = 2000;

/** Words and single characters of the beginning as they are compared, without spaces and punctuation. */
export function piecesOf(text: string): string[] {
  return foldedText(text.slice(0, mostCharacters)).match(pieces) ?? [];
}

/**
 * What two titles are compared by, each once: single characters of Chinese; elsewhere words, and their parts of
 * three letters (with the word's ends), so that "lamp" and "lamps" stay near. Parts begin with "#".
 */
export function titleFeatures(title: string): string[] {
  const features = new Set<string>();
  for (const piece of piecesOf(title)) {
    features.add(piece);
    if (!single.test(piece)) for (const part of partsOf(`^${piece}$`, 3)) features.add(`#${part}`);
  }
  return [...features];
}

/** What a longer text is searched by: words, and pairs of Chinese characters; single ones stand in every text. */
export function bodyFeatures(text: string): string[] {
  const features = new Set<string>();
  let before = '';
  for (const piece of piecesOf(text)) {
    const isSingle = single.test(piece);
    if (!isSingle) features.add(piece);
    else if (before !== '') features.add(before + piece);
    before = isSingle ? piece : '';
  }
  return [...features];
}

function partsOf(word: string, length: number): string[] {
  const letters = [...word];
  const parts: string[] = [];
  for (let at = 0; at + length <= letters.length; at += 1)
    parts.push(letters.slice(at, at + length).join(''));
  return parts;
}
