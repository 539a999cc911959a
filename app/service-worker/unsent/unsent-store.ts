import { openDB } from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Unsent } from './unsent';

interface Kept extends DBSchema {
  feedback: { key: string; value: Unsent };
}

/** No phone is filled up: more than this is not put by, and stays in its form. */
export const mostUnsent = 20;

let opening: Promise<IDBPDatabase<Kept>> | undefined;

function opened(): Promise<IDBPDatabase<Kept>> {
  opening ??= openDB<Kept>('unsent', 1, {
    upgrade: (database) => void database.createObjectStore('feedback', { keyPath: 'key' }),
    // Another version of the portal, or the browser, wants it.
    blocking: () => void opening?.then((database) => database.close()),
    terminated: () => (opening = undefined),
  });
  opening.catch(() => (opening = undefined));
  return opening;
}

/** What pages and worker tell each other. */
export type Heard = { sent?: string };
const channelName = 'unsent';

export function hear(listen: (heard: Heard) => void): () => void {
  const channel = new BroadcastChannel(channelName);
  channel.onmessage = ({ data }: MessageEvent<Heard>) => listen(data);
  return () => channel.close();
}

function tell(heard: Heard): void {
  const channel = new BroadcastChannel(channelName);
  channel.postMessage(heard);
  channel.close();
}

/** Everything that waits, the oldest first. */
export async function allUnsent(): Promise<Unsent[]> {
  const all = await (await opened()).getAll('feedback');
  return all.sort((a, b) => a.keptAt.localeCompare(b.keptAt));
}

export async function keepUnsent(unsent: Unsent): Promise<void> {
  await (await opened()).put('feedback', unsent);
  tell({});
}

/** It was sent, where `sent` names it; or the person does not want it any more. */
export async function dropUnsent(key: string, sent?: string): Promise<void> {
  await (await opened()).delete('feedback', key);
  tell(sent === undefined ? {} : { sent });
}
