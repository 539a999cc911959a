import { useCallback, useEffect, useRef, useState } from 'react';

const restMilliseconds = 350;

/**
 * Asks the portal as someone types: call `ask` with the address at each change, and the answer to the newest is given
 * once they rest. Where there is no answer, the one before stays: nobody waits for it.
 */
export function useWhileTyping<Answer>(): { ask: (path: string) => void; answer: Answer | undefined } {
  const [answer, setAnswer] = useState<Answer>();
  const asking = useRef<{ timer: ReturnType<typeof setTimeout>; stop: AbortController }>();
  const stop = useCallback(() => {
    clearTimeout(asking.current?.timer);
    asking.current?.stop.abort();
  }, []);
  useEffect(() => stop, [stop]);
  const ask = useCallback(
    (path: string) => {
      stop();
      const abort = new AbortController();
      const fetched = async () => {
        const response = await fetch(path, { signal: abort.signal });
        if (response.ok) setAnswer((await response.json()) as Answer);
      };
      const timer = setTimeout(() => void fetched().catch(() => undefined), restMilliseconds);
      asking.current = { timer, stop: abort };
    },
    [stop],
  );
  return { ask, answer };
}
