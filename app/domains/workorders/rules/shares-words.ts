interface Words {
  title: string;
  text: string;
}

/** So many characters in a row that are the same are not the same by chance; shorter titles count as a whole. */
const tooAlike = 14;

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}]/gu, '')
    .toLowerCase();

/**
 * Whether an order's words are in part those of the matter: its title, or a run of characters out of title or text.
 * Blanks, punctuation, width and case are no difference. Works in time linear in both.
 */
export function sharesWords(order: Words, matter: Words): boolean {
  const written = [order.title, order.text].map(bare);
  const title = bare(matter.title);
  if (title !== '' && written.some((text) => text.includes(title))) return true;
  const runs = new Set<string>();
  for (const text of [title, bare(matter.text)])
    for (let at = 0; at + tooAlike <= text.length; at += 1) runs.add(text.slice(at, at + tooAlike));
  const short = bare(matter.text);
  if (short !== '' && short.length < tooAlike && written.some((text) => text.includes(short))) return true;
  return written.some((text) => {
    for (let at = 0; at + tooAlike <= text.length; at += 1)
      if (runs.has(text.slice(at, at + tooAlike))) return true;
    return false;
  });
}
