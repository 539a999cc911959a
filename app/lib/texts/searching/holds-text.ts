/** What forms send for a choice or a thing: names, numbers, ids, days. */
const chosen = /^[\w:.+-]{0,64}$/;

/** Whether somebody typed something into the form that would be missed; a mere press of a button is made again. */
export function holdsText(values: Iterable<string>): boolean {
  for (const value of values) if (!chosen.test(value)) return true;
  return false;
}
