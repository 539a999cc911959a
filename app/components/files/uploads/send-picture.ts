/** What the portal says of an upload. */
export interface Said {
  status: number;
  id?: string | undefined;
  received?: number | undefined;
  fileId?: string | null | undefined;
  /** Why not, in words for who reads. */
  reason?: string | null | undefined;
}

/** How a picture goes over the network. Each throws where no answer came. */
export interface Wire {
  begin(bytes: number): Promise<Said>;
  put(id: string, from: number, part: Blob): Promise<Said>;
  state(id: string): Promise<Said>;
  drop(id: string): Promise<unknown>;
}

export interface Sending {
  picture: Blob;
  signal: AbortSignal;
  /** How many bytes have come, as the portal says. */
  onCome: (received: number) => void;
  /** Whether it waits for the network. */
  onWaiting: (waiting: boolean) => void;
  /** Waits before it is tried again, the longer the more often it failed; ends early where the network is back. */
  pause: (tries: number) => Promise<void>;
}

/** Why a picture is not taken; without words where the portal gave none. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string | null,
  ) {
    super(`The picture was refused with ${status}`);
  }
}

const kibibyte = 1024;
const [leastPart, firstPart, mostPart] = [32 * kibibyte, 128 * kibibyte, 512 * kibibyte];

/** What may be well in a while; everything else stays as it was said. */
const passes = ({ status }: Said) => status >= 500 || status === 429 || status === 408;

interface Progress {
  id: string | null;
  received: number;
  /** What the portal has is not known: the last part may have come, or not. */
  unsure: boolean;
  part: number;
}

async function step(
  wire: Wire,
  { picture }: Sending,
  { id, received, unsure, part }: Progress,
): Promise<Said> {
  if (id === null) return wire.begin(picture.size);
  if (unsure) return wire.state(id);
  return wire.put(id, received, picture.slice(received, received + part));
}

/** How it goes on after an answer; null where the picture is there. Throws where it is refused. */
function after(said: Said, before: Progress): Progress {
  if (said.status === 404 && before.id !== null) return { ...before, id: null, received: 0, unsure: false };
  if (said.status === 409) return { ...before, unsure: true };
  if (said.status >= 400) throw new Refused(said.status, said.reason ?? null);
  const larger = Math.min(mostPart, before.part * 2);
  return {
    id: said.id ?? before.id,
    received: said.received ?? before.received,
    unsure: false,
    part: before.id === null || before.unsure ? before.part : larger,
  };
}

/**
 * Sends a picture in parts, larger ones where the network bears them, and goes on where it broke off, for as long as the
 * page stands. Answers the upload and the picture that was made of it. Throws Refused.
 */
export async function sendPicture(wire: Wire, sending: Sending): Promise<{ id: string; fileId: string }> {
  let progress: Progress = { id: null, received: 0, unsure: false, part: firstPart };
  let isOver = false;
  sending.signal.addEventListener('abort', () => {
    if (progress.id !== null && !isOver) void wire.drop(progress.id).catch(() => undefined);
  });
  for (let tries = 0; ;) {
    sending.signal.throwIfAborted();
    const said = await step(wire, sending, progress).catch((): Said => ({ status: 0 }));
    sending.signal.throwIfAborted();
    if (said.status === 0 || passes(said)) {
      progress = { ...progress, unsure: progress.id !== null, part: Math.max(leastPart, progress.part / 2) };
      sending.onWaiting(true);
      await sending.pause(tries);
      tries += 1;
      continue;
    }
    sending.onWaiting(false);
    const wasRefusedPart = said.status === 409;
    progress = after(said, progress);
    if (wasRefusedPart) await sending.pause(tries);
    tries = wasRefusedPart ? tries + 1 : 0;
    sending.onCome(progress.received);
    if (progress.id === null || !said.fileId) continue;
    isOver = true;
    return { id: progress.id, fileId: said.fileId };
  }
}
