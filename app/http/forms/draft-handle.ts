/** A draft as a form names it: its id, and the revision from which the text in the form was changed. */
export interface DraftHandle {
  id: string;
  revision: number | undefined;
}

export const writeHandle = (id: string, revision: number): string => `${id}.${revision}`;

/** Reads `id.revision`; an id alone saves whatever was saved meanwhile. Empty where there is no draft yet. */
export function readHandle(text: string): DraftHandle {
  const [, id = '', revision] = /^([0-9A-Za-z-]{1,40})(?:\.(\d{1,9}))?$/.exec(text) ?? [];
  return { id, revision: revision === undefined ? undefined : Number(revision) };
}
