interface Words {
  title: string;
  text: string;
}

/** So many characters in a row that are the same are not the same by chance; shorter titles count as a whole. */
const tooAlike = 14;

/** Every run of so many characters of the text. */
const runsOf = (text: string, length: number): string[] =>
  Array.from({ length: Math.max(0, text.length - length + 1) }, (_, at) => text.slice(at, at + length));

const bare = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\p{P}\p{S}\p{Cf}]/gu, '')
    .toLowerCase();

/**
 * Whether an order's words are in part those of the matter: its title, or a run of characters out of title or text.
 * Blanks, punctuation, width, case and signs that nobody sees are no difference. Works in time linear in both.
 */
export function sharesWords(order: Words, matter: Words): boolean {
  const written = [order.title, order.text].map(bare);
  const title = bare(matter.title);
  if (title !== '' && written.some((text) => text.includes(title))) return true;
  const runs = new Set([title, bare(matter.text)].flatMap((text) => runsOf(text, tooAlike)));
  const short = bare(matter.text);
  if (short !== '' && short.length < tooAlike && written.some((text) => text.includes(short))) return true;
  return written.some((text) => runsOf(text, tooAlike).some((run) => runs.has(run)));
}

/** Shorter titles are words that stand in many texts. */
const tellingTitle = 6;
/** Letters say less than characters: so many of them are six or seven words. */
const tooManyLetters = 36;

/**
 * Whether words that are written later, such as a report, repeat those of the matter. What `told` says already gives
 * nothing away: the name of a place stands in both.
 */
export function repeatsWords(written: string, matter: Words, told: readonly string[]): boolean {
  const text = bare(written);
  const known = told.map(bare);
  const isNew = (run: string) => !known.some((one) => one.includes(run));
  const title = bare(matter.title);
  if (title.length >= tellingTitle && text.includes(title) && isNew(title)) return true;
  const length = /\p{Script=Han}/u.test(text) ? tooAlike : tooManyLetters;
  const runs = new Set(runsOf(text, length));
  return [title, bare(matter.text)].some((one) =>
    runsOf(one, length).some((run) => runs.has(run) && isNew(run)),
  );
}
