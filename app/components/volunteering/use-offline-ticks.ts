import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { paths } from '~/paths';
import { answeredTicks, holdTicks, tickedAs, waitingTicks } from './kept-ticks';
import type { KeptTick } from './kept-ticks';

const againSeconds = 20;

/** Sends what waits; null where nobody answered, or not with answers. */
async function sent(shiftId: string, ticks: readonly KeptTick[]): Promise<Omit<KeptTick, 'at'>[] | null> {
  const rows = ticks.map(({ signUpId, what, at }) => ({ signUpId, what, at }));
  const body = new URLSearchParams({ sentAt: new Date().toISOString(), ticks: JSON.stringify(rows) });
  try {
    const answer = await fetch(paths.syncTicks(shiftId), { method: 'POST', body });
    if (!answer.ok) return null;
    const { answers } = (await answer.json()) as { answers: Omit<KeptTick, 'at'>[] };
    return answers;
  } catch {
    return null;
  }
}

/** The ticks of a shift on this device: held by the page, kept there at once, sent whenever there is network, and answered one by one. */
export function useOfflineTicks(shiftId: string) {
  const [ticks, setTicks] = useState<KeptTick[]>([]);
  const [isKept, setKept] = useState(true);
  const sending = useRef(false);
  const held = useMemo(() => holdTicks(shiftId), [shiftId]);
  const change = useCallback(
    (make: (ticks: KeptTick[]) => KeptTick[]) => {
      setTicks(held.change(make));
      setKept(held.isKept());
    },
    [held],
  );
  const send = useCallback(async () => {
    const waiting = waitingTicks(held.read());
    if (waiting.length === 0 || sending.current) return;
    sending.current = true;
    const answers = await sent(shiftId, waiting);
    sending.current = false;
    if (answers) change((kept) => answeredTicks(kept, waiting, answers));
  }, [shiftId, held, change]);
  useEffect(() => {
    setTicks(held.read());
    const again = () => void send();
    again();
    addEventListener('online', again);
    const timer = setInterval(again, againSeconds * 1000);
    return () => {
      removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [held, send]);
  const tick = (signUpId: string, what: KeptTick['what']) => {
    change((kept) => tickedAs(kept, { signUpId, what }, new Date()));
    void send();
  };
  return { ticks, isKept, tick, send };
}
