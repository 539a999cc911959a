export interface Candidate {
  personId: string;
  name: string;
}

export interface Mentions {
  personIds: string[];
  /** Names that several people bear and of whom none was chosen. */
  ambiguous: string[];
}

/** Text that a reader takes for a quotation is not the author's own call. */
const withoutQuotes = (body: string) =>
  body
    .split('\n')
    .filter((line) => !line.trimStart().startsWith('>'))
    .join('\n');

function namesCalled(body: string, names: readonly string[]): string[] {
  const longestFirst = [...new Set(names)].sort((a, b) => b.length - a.length);
  const called = new Set<string>();
  // An at sign inside a mail address calls nobody.
  const own = withoutQuotes(body);
  for (const { index } of own.matchAll(/(?<![A-Za-z0-9._%+-])[@＠]/g)) {
    const name = longestFirst.find((candidate) => candidate !== '' && own.startsWith(candidate, index + 1));
    if (name !== undefined) called.add(name);
  }
  return [...called];
}

/**
 * Who is mentioned: those chosen, and those of the discussion whose name follows an @ (the longest name that fits).
 * A name that several people bear means the one who was chosen; where none was, it is ambiguous and means nobody.
 */
export function findMentions(
  body: string,
  candidates: readonly Candidate[],
  chosen: readonly string[],
): Mentions {
  const known = new Set(candidates.map(({ personId }) => personId));
  const personIds = new Set(chosen.filter((id) => known.has(id)));
  const ambiguous: string[] = [];
  const called = namesCalled(
    body,
    candidates.map(({ name }) => name),
  );
  for (const name of called) {
    const bearers = candidates.filter((candidate) => candidate.name === name);
    if (bearers.some(({ personId }) => personIds.has(personId))) continue;
    const [only] = bearers;
    if (bearers.length === 1 && only) personIds.add(only.personId);
    else ambiguous.push(name);
  }
  return { personIds: [...personIds], ambiguous };
}
