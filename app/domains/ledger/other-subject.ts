import type { SubjectKey } from './subject-access';

/** The other thing of its kind that an event's words name, as two that were merged: who may not read it is told none of them. */
export function otherSubject(kind: string, { intoId }: Readonly<Record<string, unknown>>): SubjectKey | null {
  return typeof intoId === 'string' ? { kind, id: intoId } : null;
}
