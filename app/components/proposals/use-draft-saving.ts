import { useCallback, useEffect, useRef, useState } from 'react';
import type { FormEvent } from 'react';
import { paths } from '~/paths';

const restMilliseconds = 2000;
/** Publishing waits for a draft that is being kept, or it would make a second one; but not for ever. */
const patienceMilliseconds = 8000;

/** The draft's id once it is kept; null where it could not be, for whatever reason. */
async function keepDraft(form: HTMLFormElement): Promise<string | null> {
  const body = new URLSearchParams();
  new FormData(form).forEach((value, name) => {
    if (typeof value === 'string' && name !== 'act') body.append(name, value);
  });
  const answer = await fetch(paths.autosaveProposal, { method: 'POST', body });
  if (!answer.ok) return null;
  const { draftId } = (await answer.json()) as { draftId?: string | null };
  return draftId ?? null;
}

/**
 * Keeps a draft as it is typed: after a rest, everything but pictures is posted beside the page. Not by its action: a
 * fault there, or of the page's data that is read anew after it, would put an error in the place of what is typed.
 */
export function useDraftSaving(draftId: string, active: boolean) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [id, setId] = useState(draftId);
  const [status, setStatus] = useState<'saving' | 'saved' | 'save-failed' | null>(null);
  const under = useRef(false);
  const stop = useCallback(() => clearTimeout(timer.current), []);
  useEffect(() => stop, [stop]);
  const typed = (form: HTMLFormElement) => {
    if (!active) return;
    stop();
    timer.current = setTimeout(() => {
      // One at a time: the second of two that know no draft yet would make another.
      if (under.current) return typed(form);
      under.current = true;
      setStatus('saving');
      void keepDraft(form)
        .catch(() => null)
        .then((kept) => {
          under.current = false;
          if (kept) setId(kept);
          setStatus(kept ? 'saved' : 'save-failed');
        });
    }, restMilliseconds);
  };
  const submitting = useSubmittingAfter(status === 'saving', stop);
  return { draftId: id, status, typed, submitting };
}

/** A submit that comes while the draft is being kept is held until that is over, and then sent. */
function useSubmittingAfter(busy: boolean, stop: () => void) {
  const held = useRef<{ form: HTMLFormElement; button: HTMLElement | null; since: number }>(undefined);
  useEffect(() => {
    if (busy || !held.current) return;
    const { form, button } = held.current;
    held.current = undefined;
    form.requestSubmit(button);
  }, [busy]);
  return (event: FormEvent<HTMLFormElement>) => {
    stop();
    if (!busy) return;
    const since = held.current?.since ?? Date.now();
    if (Date.now() - since > patienceMilliseconds) return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    held.current = { form: event.currentTarget, button: submitter, since };
    event.preventDefault();
    event.stopPropagation();
  };
}
