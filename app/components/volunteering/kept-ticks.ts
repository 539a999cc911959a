/** A tick as the device keeps it until the portal has answered, and with the answer. */
export interface KeptTick {
  signUpId: string;
  what: 'in' | 'out';
  /** By the clock of the device, as ISO 8601. */
  at: string;
  /** Null while it waits to be sent. */
  answer: string | null;
  /** Why it could not be recorded, in words. */
  why?: string;
}

const keyOf = (shiftId: string) => `offline-list:${shiftId}`;
const isOf = (tick: KeptTick, { signUpId, what }: Pick<KeptTick, 'signUpId' | 'what'>) =>
  tick.signUpId === signUpId && tick.what === what;

/** What the browser has kept of the shift, by whichever page; null where it keeps nothing. Holds no names. */
function readTicks(shiftId: string): KeptTick[] | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(shiftId)) ?? 'null');
    return Array.isArray(kept) ? (kept as KeptTick[]) : null;
  } catch {
    return null;
  }
}

/** Answers false where the browser keeps nothing. */
function keepTicks(shiftId: string, ticks: readonly KeptTick[]): boolean {
  try {
    localStorage.setItem(keyOf(shiftId), JSON.stringify(ticks));
    return true;
  } catch {
    return false;
  }
}

export interface HeldTicks {
  /** What was ticked, with what other pages of this device ticked meanwhile. */
  read(): KeptTick[];
  change(make: (ticks: KeptTick[]) => KeptTick[]): KeptTick[];
  /** False where the browser keeps nothing: closing the page would lose what was ticked. */
  isKept(): boolean;
}

/**
 * The ticks of a shift as this page holds them. What the browser keeps is their copy, which other pages of the device
 * share; where it keeps nothing, or stops to, the page's own list goes on.
 */
export function holdTicks(shiftId: string): HeldTicks {
  let held: KeptTick[] = [];
  let isKept = true;
  const read = () => {
    // What could not be written stands in the page alone: the copy is older.
    if (isKept) held = readTicks(shiftId) ?? held;
    return held;
  };
  return {
    read,
    change: (make) => {
      held = make(read());
      isKept = keepTicks(shiftId, held);
      return held;
    },
    isKept: () => isKept,
  };
}

/** Ticks a line, or takes the tick back while it is not sent. What was sent stays: the first time holds. */
export function tickedAs(
  ticks: readonly KeptTick[],
  tick: Pick<KeptTick, 'signUpId' | 'what'>,
  now: Date,
): KeptTick[] {
  const before = ticks.find((one) => isOf(one, tick));
  const others = ticks.filter((one) => !isOf(one, tick));
  if (before?.answer === null) return others;
  if (before && before.answer !== 'refused') return [...ticks];
  return [...others, { ...tick, at: now.toISOString(), answer: null }];
}

export const waitingTicks = (ticks: readonly KeptTick[]): KeptTick[] =>
  ticks.filter(({ answer }) => answer === null);

/** With what the portal answered; a tick that was made anew meanwhile waits on. */
export function answeredTicks(
  ticks: readonly KeptTick[],
  sent: readonly KeptTick[],
  answers: readonly Omit<KeptTick, 'at'>[],
): KeptTick[] {
  return ticks.map((tick) => {
    const wasSent = sent.some((one) => isOf(one, tick) && one.at === tick.at);
    const found = wasSent ? answers.find((one) => isOf({ ...one, at: '' }, tick)) : undefined;
    if (!found) return tick;
    return { ...tick, answer: found.answer, ...(found.why ? { why: found.why } : {}) };
  });
}
