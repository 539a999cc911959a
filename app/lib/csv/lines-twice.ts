/** What says the same as a line before it, by `keyOf`: its own line, and as value that of the first. */
export function linesTwice<Line extends { line: number }>(
  lines: readonly Line[],
  keyOf: (line: Line) => string,
): { line: number; value: string }[] {
  const first = new Map<string, number>();
  return lines.flatMap((one) => {
    const key = keyOf(one);
    const before = first.get(key);
    if (before !== undefined) return [{ line: one.line, value: String(before) }];
    first.set(key, one.line);
    return [];
  });
}
