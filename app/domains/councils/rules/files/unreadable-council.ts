import { shortened } from '~/lib/texts/cut-text';

export type CouncilFile = 'pool' | 'quotas';

/** A file of people or quotas that cannot be understood: which, where, and why, in plain English. */
export class UnreadableCouncil extends Error {
  readonly file: CouncilFile;
  readonly line: number;
  /** Null where the fault is not in one column. */
  readonly column: string | null;

  constructor(file: CouncilFile, at: { line: number; column?: string }, reason: string) {
    super(reason);
    this.name = 'UnreadableCouncil';
    this.file = file;
    this.line = at.line;
    this.column = at.column ?? null;
  }
}

/** What the file says, cut short where it is long. */
export function quoted(text: string): string {
  return `“${shortened(text, 41)}”`;
}
