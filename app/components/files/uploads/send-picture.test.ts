import { describe, expect, it } from 'vitest';
import { Refused, sendPicture } from './send-picture';
import type { Said, Wire } from './send-picture';

const kibibyte = 1024;

/** A portal that keeps what comes in order, over a network that fails where it is told to. */
function portalOver(fails: (call: number) => 'before' | 'after' | Said | null) {
  const kept: Blob[] = [];
  const calls: string[] = [];
  const dropped: string[] = [];
  let [total, begun] = [0, 0];
  const received = () => kept.reduce((sum, part) => sum + part.size, 0);
  const state = (): Said => ({
    ...{ status: 200, received: received() },
    fileId: received() === total ? 'picture' : null,
  });
  const over = (what: string, act: () => Said): Promise<Said> => {
    calls.push(what);
    const how = fails(calls.length);
    if (how && typeof how === 'object') return Promise.resolve(how);
    if (how === 'before') return Promise.reject(new Error('No network'));
    const said = act();
    return how === 'after' ? Promise.reject(new Error('No answer')) : Promise.resolve(said);
  };
  const wire: Wire = {
    begin: (bytes) =>
      over('begin', () => {
        [total, begun, kept.length] = [bytes, begun + 1, 0];
        return { status: 200, id: `upload${begun}` };
      }),
    put: (_id, from, part) =>
      over(`put ${from}`, () => {
        if (from !== received()) return { status: 409 };
        kept.push(part);
        return state();
      }),
    state: () => over('state', state),
    drop: (id) => Promise.resolve(dropped.push(id)),
  };
  return { wire, calls, kept, dropped, begun: () => begun };
}

const picture = new Blob([new Uint8Array(600 * kibibyte).map((_, at) => at % 251)]);

async function send(wire: Wire, signal = new AbortController().signal) {
  const [pauses, waits, come]: [number[], boolean[], number[]] = [[], [], []];
  const sent = await sendPicture(wire, {
    ...{ picture, signal },
    onCome: (received) => come.push(received),
    onWaiting: (waiting) => waits.push(waiting),
    pause: (tries) => Promise.resolve(void pauses.push(tries)),
  });
  return { sent, pauses, waits, come };
}

const whole = async (parts: Blob[]) => Buffer.from(await new Blob(parts).arrayBuffer());

describe('a picture', () => {
  it('is sent in parts that grow where the network bears them', async () => {
    const { wire, calls, kept } = portalOver(() => null);
    const { sent, come } = await send(wire);
    expect(sent).toEqual({ id: 'upload1', fileId: 'picture' });
    expect(calls).toEqual(['begin', 'put 0', `put ${128 * kibibyte}`, `put ${384 * kibibyte}`]);
    expect(come.at(-1)).toBe(picture.size);
    expect(await whole(kept)).toEqual(Buffer.from(await picture.arrayBuffer()));
  });

  it.each(['before', 'after'] as const)(
    'goes on where it was when the network broke %s a part came',
    async (when) => {
      const { wire, calls, kept, begun } = portalOver((call) => (call === 3 || call === 4 ? when : null));
      const { sent, pauses, waits } = await send(wire);
      expect(sent.fileId).toBe('picture');
      expect(begun()).toBe(1);
      expect(pauses).toEqual([0, 1]);
      expect(waits.slice(2, 5)).toEqual([true, true, false]);
      expect(calls.filter((call) => call === 'put 0')).toHaveLength(1);
      expect(await whole(kept)).toEqual(Buffer.from(await picture.arrayBuffer()));
    },
  );

  it('is tried again where the portal is busy, and begun anew where its upload is gone', async () => {
    const busy = portalOver((call) => (call === 2 ? { status: 503 } : null));
    expect((await send(busy.wire)).sent.fileId).toBe('picture');
    const gone = portalOver((call) => (call === 3 ? { status: 404 } : null));
    expect((await send(gone.wire)).sent.id).toBe('upload2');
  });

  it('is not tried again where it is refused', async () => {
    const { wire, calls } = portalOver((call) => (call === 4 ? { status: 400, reason: '不是图片' } : null));
    await expect(send(wire)).rejects.toEqual(new Refused(400, '不是图片'));
    expect(calls).toHaveLength(4);
  });

  it('that is cancelled ends at once, and is taken back', async () => {
    const abort = new AbortController();
    const { wire, calls, dropped } = portalOver((call) => {
      if (call === 3) abort.abort();
      return null;
    });
    await expect(send(wire, abort.signal)).rejects.toThrow();
    expect(calls).toHaveLength(3);
    expect(dropped).toEqual(['upload1']);
  });
});
