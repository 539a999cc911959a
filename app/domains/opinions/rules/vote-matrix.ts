/** 1 agrees, -1 disagrees, 0 passes. */
export type Vote = 1 | 0 | -1;

/**
 * Who answered which statement how, stored row by row: participant p answered `statementOf[i]` with
 * `voteOf[i]` for i from `rowStart[p]` to before `rowStart[p + 1]`, by rising statement. Ids are in a
 * canonical order, so that the same votes give the same matrix whatever order they came in.
 */
export interface VoteMatrix {
  participants: string[];
  statements: string[];
  rowStart: Int32Array;
  statementOf: Int32Array;
  voteOf: Int8Array;
}

/** Whole numbers by size, then all other ids as text. */
export function compareIds(one: string, other: string): number {
  const [first, second] = [wholeNumber(one), wholeNumber(other)];
  if (first !== null && second !== null && first !== second) return first - second;
  if ((first === null) !== (second === null)) return first === null ? 1 : -1;
  return one < other ? -1 : one > other ? 1 : 0;
}

function wholeNumber(id: string): number | null {
  return /^\d{1,15}$/.test(id) ? Number(id) : null;
}

/** Collects votes in any order; a later vote of the same participant on the same statement replaces the former. */
export class VoteCollector {
  readonly #participants = new Map<string, number>();
  readonly #statements = new Map<string, number>();
  readonly #rows: Map<number, Vote>[] = [];

  /** Makes the participant known, with or without votes. Answers a number for `add`. */
  participant(id: string): number {
    const known = this.#participants.get(id);
    if (known !== undefined) return known;
    this.#participants.set(id, this.#rows.length);
    this.#rows.push(new Map());
    return this.#rows.length - 1;
  }

  /** Makes the statement known, with or without votes. Answers a number for `add`. */
  statement(id: string): number {
    const known = this.#statements.get(id) ?? this.#statements.size;
    this.#statements.set(id, known);
    return known;
  }

  add(participant: number, statement: number, vote: Vote): void {
    this.#rows[participant]?.set(statement, vote);
  }

  matrix(): VoteMatrix {
    const participants = [...this.#participants.keys()].sort(compareIds);
    const statements = [...this.#statements.keys()].sort(compareIds);
    const columns = new Int32Array(statements.length);
    statements.forEach((id, column) => {
      columns[this.statement(id)] = column;
    });
    const total = this.#rows.reduce((sum, row) => sum + row.size, 0);
    const rowStart = new Int32Array(participants.length + 1);
    const statementOf = new Int32Array(total);
    const voteOf = new Int8Array(total);
    let at = 0;
    participants.forEach((id, row) => {
      const cells = [...(this.#rows[this.participant(id)] ?? [])].map(([statement, vote]): [number, Vote] => [
        columns[statement] as number,
        vote,
      ]);
      for (const [column, vote] of cells.sort(([one], [other]) => one - other)) {
        statementOf[at] = column;
        voteOf[at] = vote;
        at += 1;
      }
      rowStart[row + 1] = at;
    });
    return { participants, statements, rowStart, statementOf, voteOf };
  }
}

/** Number of statements that each participant answered. */
export function answersByParticipant({ participants, rowStart }: VoteMatrix): Int32Array {
  return Int32Array.from(participants, (_, row) => (rowStart[row + 1] as number) - (rowStart[row] as number));
}
