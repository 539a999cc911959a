/** The commit stands whatever an act does: its fault must not reach the caller, or other callers. */
export function runActs(acts: readonly (() => void)[]): void {
  for (const act of acts) {
    try {
      act();
    } catch (error) {
      console.error('An act after a commit failed', error);
    }
  }
}
