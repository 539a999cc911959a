/** So many days after the minutes were laid, silence counts as approval. */
export const approvalDays = 7;

export interface ApprovalFacts {
  /** Of the seats that were taken. */
  verdicts: readonly (string | null)[];
  laidAt: Date;
}

export type Approval = 'approved' | 'by-term' | 'objected' | 'waiting';

/**
 * Whether the minutes count as approved by those present: at once when more than half of them have approved and nobody
 * objects; when nobody has objected within the term; never while an objection is open.
 */
export function approvalOf({ verdicts, laidAt }: ApprovalFacts, now: Date): Approval {
  if (verdicts.includes('objected')) return 'objected';
  const approved = verdicts.filter((verdict) => verdict === 'approved').length;
  if (approved * 2 > verdicts.length) return 'approved';
  return now.getTime() - laidAt.getTime() >= approvalDays * 24 * 3600_000 ? 'by-term' : 'waiting';
}
