/**
 * The people whom a text names by @ and their name, in the order of the list given. A name that is the beginning of a
 * longer one counts only where the longer one does not stand there.
 */
export function mentionsIn(text: string, people: readonly { id: string; displayName: string }[]): string[] {
  const longestFirst = [...people].sort((a, b) => b.displayName.length - a.displayName.length);
  const found = new Set<string>();
  for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
    const named = longestFirst.find(
      ({ displayName }) => displayName !== '' && text.startsWith(displayName, at + 1),
    );
    if (!named) continue;
    for (const person of people) if (person.displayName === named.displayName) found.add(person.id);
  }
  return people.filter(({ id }) => found.has(id)).map(({ id }) => id);
}
