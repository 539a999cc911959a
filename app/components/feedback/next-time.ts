interface Awaited {
  feedback: { state: string; deadlineAt: Date | null };
  workOrders: readonly { state: string; deadlineAt: Date | null }[];
}

/** Until when what comes next is due: the answer, or the work that is under way; what is over, or rests, is not. */
export function nextTime({ feedback, workOrders }: Awaited): Date | null {
  if (feedback.state === 'submitted') return feedback.deadlineAt;
  if (feedback.state !== 'dispatched') return null;
  const due = workOrders.flatMap(({ state, deadlineAt }) =>
    deadlineAt && ['dispatched', 'return-asked', 'accepted'].includes(state) ? [deadlineAt] : [],
  );
  return due.reduce<Date | null>((first, one) => (first && first <= one ? first : one), null);
}
