import { useEffect, useState } from 'react';
import type { Unsent } from '~/service-worker/unsent/unsent';
import { allUnsent, hear } from '~/service-worker/unsent/unsent-store';

/** What waits on this device, of all who use it, and what was sent since the page is open. */
export function useUnsent() {
  const [all, setAll] = useState<readonly Unsent[]>([]);
  const [sent, setSent] = useState<readonly string[]>([]);
  useEffect(() => {
    const read = () => allUnsent().then(setAll, () => {});
    void read();
    return hear((heard) => {
      const { sent } = heard;
      if (sent !== undefined) setSent((before) => [...before.filter((id) => id !== sent), sent]);
      void read();
    });
  }, []);
  return { all, sent };
}

/** A browser's word on the network is not to be relied on: it may be gone, or back, without one. */
const againSeconds = 30;

/** Sends what the person wrote whenever there is a network: on each page, at once, when it comes back, and now and then. */
export function useSending(personId: string | null, waits: boolean): void {
  useEffect(() => {
    if (personId === null || !waits) return;
    const isMeant = ({ personId: by, state }: Unsent) => by === personId && state !== 'refused';
    // How it is sent is loaded by those alone who have something to send.
    const send = () =>
      void (
        navigator.onLine &&
        import('~/service-worker/unsent/send-unsent')
          .then(({ sendUnsent }) => sendUnsent(isMeant))
          .catch(() => {})
      );
    send();
    addEventListener('online', send);
    document.addEventListener('visibilitychange', send);
    const timer = setInterval(send, againSeconds * 1000);
    return () => {
      removeEventListener('online', send);
      document.removeEventListener('visibilitychange', send);
      clearInterval(timer);
    };
  }, [personId, waits]);
}
