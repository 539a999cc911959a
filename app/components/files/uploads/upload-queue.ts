import { Refused, sendPicture } from './send-picture';
import type { Sending, Wire } from './send-picture';

export type UploadStep =
  | { kind: 'preparing' }
  | { kind: 'sending'; part: number; waiting: boolean }
  | { kind: 'done'; fileId: string }
  | { kind: 'refused'; why: Refusal };

/** In words of the portal, or by a key of the field's own. */
export type Refusal = { words: string } | { key: 'empty' | 'too-large' | 'signed-out' | 'failed' };

export interface Upload {
  key: number;
  name: string;
  preview: string | null;
  step: UploadStep;
}

export interface QueuePorts {
  shrink: (file: File) => Promise<Blob | null>;
  wire: (signal: AbortSignal, onSent: (from: number, bytes: number) => void) => Wire;
  pause: (signal: AbortSignal) => Sending['pause'];
  preview: { make: (picture: Blob) => string; drop: (url: string) => void };
  largest: number;
}

interface Entry extends Upload {
  abort: AbortController;
  uploadId: string | null;
}

export type UploadQueue = ReturnType<typeof uploadQueue>;

/** A picture that was sent before, and came back with the form. */
export interface KeptPicture {
  fileId: string;
  preview: string;
}

const keptEntry = ({ fileId, preview }: KeptPicture, key: number): Entry => ({
  ...{ key, name: '', preview, uploadId: null, abort: new AbortController() },
  step: { kind: 'done', fileId },
});

/** What stands in the field now, and who is told when it changes. */
function entriesOf(kept: readonly KeptPicture[]) {
  let entries: readonly Entry[] = kept.map(keptEntry);
  const listeners = new Set<() => void>();
  const set = (changed: readonly Entry[]) => {
    entries = changed;
    for (const listener of listeners) listener();
  };
  return {
    all: () => entries,
    set,
    change: (key: number, changes: Partial<Entry>) =>
      set(entries.map((entry) => (entry.key === key ? { ...entry, ...changes } : entry))),
    listen: (listener: () => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** The pictures of one field: each is shrunk and sent, one after the other, in the order in which they were chosen. */
export function uploadQueue(ports: QueuePorts, kept: readonly KeptPicture[] = []) {
  const entries = entriesOf(kept);
  let nextKey = kept.length;
  let last: Promise<void> = Promise.resolve();
  const begin = (file: File) => {
    const isEmpty = file.size === 0;
    const entry: Entry = {
      ...{ key: nextKey, name: file.name, preview: null, uploadId: null, abort: new AbortController() },
      step: isEmpty ? { kind: 'refused', why: { key: 'empty' } } : { kind: 'preparing' },
    };
    nextKey += 1;
    entries.set([...entries.all(), entry]);
    if (isEmpty) return;
    const change = (changes: Partial<Entry>) => entries.change(entry.key, changes);
    last = last.then(() => carry(ports, entry, { file, change }));
  };
  const end = ({ abort, preview }: Entry) => {
    abort.abort();
    if (preview) ports.preview.drop(preview);
  };
  const takeBack = (id: string) => ports.wire(new AbortController().signal, () => {}).drop(id);
  return {
    items: (): readonly Upload[] => entries.all(),
    listen: entries.listen,
    add: (files: readonly File[]) => files.forEach(begin),
    remove: (key: number) => {
      const gone = entries.all().find((entry) => entry.key === key);
      if (!gone) return;
      end(gone);
      if (gone.uploadId) void takeBack(gone.uploadId).catch(() => {});
      entries.set(entries.all().filter((entry) => entry !== gone));
    },
    /** The form was sent: what it took is not dropped. */
    clear: () => {
      entries.all().forEach(end);
      entries.set([]);
    },
  };
}

export const isUnderWay = ({ step }: Upload) => step.kind === 'preparing' || step.kind === 'sending';

interface Carried {
  file: File;
  change: (changes: Partial<Entry>) => void;
}

const refused = (why: Refusal): Partial<Entry> => ({ step: { kind: 'refused', why } });

function whyNot(error: unknown): Refusal {
  if (!(error instanceof Refused)) return { key: 'failed' };
  if (error.status === 401) return { key: 'signed-out' };
  return error.reason ? { words: error.reason } : { key: error.status === 413 ? 'too-large' : 'failed' };
}

/** One picture from the choice to the portal. */
async function carry(
  ports: QueuePorts,
  { abort: { signal } }: Entry,
  { file, change }: Carried,
): Promise<void> {
  if (signal.aborted) return;
  const shrunk = await ports.shrink(file);
  if (signal.aborted) return;
  const picture = shrunk ?? file;
  if (picture.size > ports.largest) return change(refused({ key: 'too-large' }));
  let [waiting, sent] = [false, 0];
  const say = (bytes: number) => {
    sent = bytes;
    change({ step: { kind: 'sending', part: sent / picture.size, waiting } });
  };
  change({ preview: shrunk ? ports.preview.make(shrunk) : null });
  say(0);
  try {
    const { id, fileId } = await sendPicture(
      ports.wire(signal, (from, bytes) => say(Math.min(picture.size, from + bytes))),
      {
        ...{ picture, signal, pause: ports.pause(signal), onCome: say },
        onWaiting: (now) => {
          if (now === waiting) return;
          waiting = now;
          say(sent);
        },
      },
    );
    change({ uploadId: id, step: { kind: 'done', fileId } });
  } catch (error) {
    if (!signal.aborted) change(refused(whyNot(error)));
  }
}
