import { useFetcher } from '@remix-run/react';
import { useEffect, useRef, useState } from 'react';

const restMilliseconds = 2000;

interface Saved {
  draftId?: string | null;
}

/** Keeps a draft as it is typed: after a rest, everything but pictures is posted as act `autosave`. */
export function useDraftSaving(draftId: string, active: boolean) {
  const fetcher = useFetcher<Saved>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [id, setId] = useState(draftId);
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (fetcher.data?.draftId) setId(fetcher.data.draftId);
  }, [fetcher.data]);
  const typed = (form: HTMLFormElement) => {
    if (!active) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      const data = new FormData(form);
      data.delete('pictures');
      data.set('act', 'autosave');
      fetcher.submit(data, { method: 'post', encType: 'application/x-www-form-urlencoded' });
    }, restMilliseconds);
  };
  const busy = fetcher.state !== 'idle';
  const saved = fetcher.data ? Boolean(fetcher.data.draftId) : null;
  const status = busy
    ? ('saving' as const)
    : saved === null
      ? null
      : saved
        ? ('saved' as const)
        : ('save-failed' as const);
  return { draftId: id, status, typed, stop: () => clearTimeout(timer.current) };
}
