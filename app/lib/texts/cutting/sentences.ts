/** A sentence longer than this is read in pieces: browsers stop in the middle of what takes more than some seconds. */
const most = 120;

/** A text as sentences to be spoken one after the other; nothing of it is left out but white space between them. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[。！？；!?;]|\.(?=\s)|\n)/u)
    .flatMap((sentence) => piecesOf(sentence.trim()))
    .filter((sentence) => sentence !== '');
}

function piecesOf(sentence: string): string[] {
  if (sentence.length <= most) return [sentence];
  const characters = Array.from(sentence);
  const near = characters.slice(0, most);
  const comma = near.findLastIndex((character) => /[，、：,:\s]/u.test(character));
  const end = comma > 0 ? comma + 1 : most;
  return [characters.slice(0, end).join('').trim(), ...piecesOf(characters.slice(end).join('').trim())];
}
