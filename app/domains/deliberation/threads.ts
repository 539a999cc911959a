/** Answers stand under what they answer, each level in the given order. An answer to what is not given is left out. */
export function inThreads<Row extends { id: string; parentId: string | null }>(rows: readonly Row[]): Row[] {
  const answers = new Map<string | null, Row[]>();
  for (const row of rows) {
    const siblings = answers.get(row.parentId);
    if (siblings) siblings.push(row);
    else answers.set(row.parentId, [row]);
  }
  const ordered: Row[] = [];
  // A list of what is still to be shown instead of recursion: answers may hang on answers without end.
  const waiting = [...(answers.get(null) ?? [])].reverse();
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    ordered.push(row);
    waiting.push(...[...(answers.get(row.id) ?? [])].reverse());
  }
  return ordered;
}
