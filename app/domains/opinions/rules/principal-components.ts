import type { VoteMatrix } from './vote-matrix';

export interface Components {
  /** Mean vote on each statement, over those who answered it; 0 where nobody did. */
  centre: Float64Array;
  /** Two directions of unit length (zero where the votes have no spread left), a value a statement. */
  directions: [Float64Array, Float64Array];
}

const mostSteps = 100;
const settled = 1e-9;

/**
 * The two principal components of the votes, with answers not given taken for the statement's mean (which
 * leaves zeros once the mean is subtracted, so that only votes are looked at), by power iteration with
 * deflation. Statements in `leftOut` are 0 for everyone. Signs are fixed: the largest entry is positive.
 */
export function principalComponents(matrix: VoteMatrix, leftOut: ReadonlySet<number>): Components {
  const centre = meanVotes(matrix, leftOut);
  const residue = Float64Array.from(matrix.statementOf, (statement, at) =>
    leftOut.has(statement) ? 0 : (matrix.voteOf[at] as number) - (centre[statement] as number),
  );
  const first = strongestDirection(matrix, residue, null);
  const second = strongestDirection(matrix, residue, first);
  return { centre, directions: [first, second] };
}

function meanVotes(matrix: VoteMatrix, leftOut: ReadonlySet<number>): Float64Array {
  const sums = new Float64Array(matrix.statements.length);
  const counts = new Float64Array(matrix.statements.length);
  matrix.statementOf.forEach((statement, at) => {
    sums[statement] = (sums[statement] as number) + (matrix.voteOf[at] as number);
    counts[statement] = (counts[statement] as number) + 1;
  });
  return sums.map((sum, statement) =>
    counts[statement] === 0 || leftOut.has(statement) ? 0 : sum / (counts[statement] as number),
  );
}

function strongestDirection(
  matrix: VoteMatrix,
  residue: Float64Array,
  other: Float64Array | null,
): Float64Array {
  const found = iterate(matrix, residue, { start: startingVector(matrix.statements.length), other });
  // Even votes may leave any fixed start at right angles to what is looked for; the widest row is not.
  return (
    found ??
    iterate(matrix, residue, { start: widestRow(matrix, residue, other), other }) ??
    new Float64Array(matrix.statements.length)
  );
}

/** Power iteration; null where the start has no part in any direction that has spread. */
function iterate(
  matrix: VoteMatrix,
  residue: Float64Array,
  { start, other }: { start: Float64Array; other: Float64Array | null },
): Float64Array | null {
  let direction = start;
  if (other) removePart(direction, other);
  normalise(direction);
  for (let step = 0; step < mostSteps; step += 1) {
    const next = timesCovariance(matrix, residue, direction);
    if (other) removePart(next, other);
    if (!normalise(next)) return null;
    const change = next.reduce(
      (most, value, at) => Math.max(most, Math.abs(value - (direction[at] ?? 0))),
      0,
    );
    direction = next;
    if (change < settled) break;
  }
  return withFixedSign(direction);
}

/** The row that is the longest once its part along `other` is taken away; of equal ones the first. */
function widestRow(
  { rowStart, statementOf, statements }: VoteMatrix,
  residue: Float64Array,
  other: Float64Array | null,
) {
  let widest = new Float64Array(statements.length);
  let most = 0;
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    const [from, to] = [rowStart[row] as number, rowStart[row + 1] as number];
    let [square, along] = [0, 0];
    for (let at = from; at < to; at += 1) {
      const value = residue[at] as number;
      square += value * value;
      along += value * (other?.[statementOf[at] as number] ?? 0);
    }
    if (square - along * along <= most + 1e-12) continue;
    most = square - along * along;
    widest = new Float64Array(statements.length);
    for (let at = from; at < to; at += 1) widest[statementOf[at] as number] = residue[at] as number;
  }
  return widest;
}

/** Not quite all equal, so that it is seldom at right angles to what is looked for. */
function startingVector(length: number): Float64Array {
  return Float64Array.from({ length }, (_, at) => 1 + ((at * 7919) % 101) / 1000);
}

/** X'(X v), rows of X being sparse. */
function timesCovariance(
  { rowStart, statementOf }: VoteMatrix,
  residue: Float64Array,
  vector: Float64Array,
): Float64Array {
  const result = new Float64Array(vector.length);
  for (let row = 0; row + 1 < rowStart.length; row += 1) {
    const end = rowStart[row + 1] as number;
    let product = 0;
    for (let at = rowStart[row] as number; at < end; at += 1)
      product += (residue[at] as number) * (vector[statementOf[at] as number] as number);
    for (let at = rowStart[row] as number; at < end; at += 1) {
      const statement = statementOf[at] as number;
      result[statement] = (result[statement] as number) + product * (residue[at] as number);
    }
  }
  return result;
}

function removePart(vector: Float64Array, direction: Float64Array): void {
  const product = vector.reduce((sum, value, at) => sum + value * (direction[at] ?? 0), 0);
  direction.forEach((value, at) => {
    vector[at] = (vector[at] as number) - product * value;
  });
}

/** Answers whether there was any length; a vector without is set to zero. */
function normalise(vector: Float64Array): boolean {
  const length = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0));
  const any = length > 1e-9;
  vector.forEach((value, at) => {
    vector[at] = any ? value / length : 0;
  });
  return any;
}

function withFixedSign(vector: Float64Array): Float64Array {
  const largest = vector.reduce((most, value) => (Math.abs(value) > Math.abs(most) + 1e-9 ? value : most), 0);
  return largest < 0 ? vector.map((value) => -value) : vector;
}
