/**
 * The state as the reader may know it. Whoever stated it for another by a mail address does not learn from it whether
 * that address has an account: until the other has agreed it reads as if the office were asked.
 */
export function stateFor(readerId: string, need: { state: string; personId: string | null }): string {
  const isOther = readerId !== need.personId;
  return need.state === 'asked' && isOther ? 'stated' : need.state;
}
