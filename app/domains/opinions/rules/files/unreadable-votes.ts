import { shortened } from '~/lib/texts/cut-text';

/** A file of votes or statements that cannot be understood: where, and why, in plain English. */
export class UnreadableVotes extends Error {
  readonly line: number;

  constructor(line: number, reason: string) {
    super(reason);
    this.name = 'UnreadableVotes';
    this.line = line;
  }
}

/** What the file says, cut short where it is long. */
export function quoted(text: string): string {
  return `“${shortened(text, 41)}”`;
}
