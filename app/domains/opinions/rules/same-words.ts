/** The words without what does not change them: width and case of letters, blanks and punctuation. */
function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}\p{S}]/gu, '');
}

/** Whether two statements say the same, letter by letter. */
export function sameWords(one: string, other: string): boolean {
  return bare(one) === bare(other);
}
