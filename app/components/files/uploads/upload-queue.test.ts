import { expect, it, vi } from 'vitest';
import { isUnderWay, uploadQueue } from './upload-queue';
import type { Wire } from './send-picture';

const file = (name: string, bytes: number) => new File([new Uint8Array(bytes)], name);

function queueOver(put: Wire['put'], kept: { fileId: string; preview: string }[] = []) {
  const drops: string[] = [];
  const previews: string[] = [];
  const queue = uploadQueue(
    {
      shrink: (given) => Promise.resolve(given.name.endsWith('.heic') ? null : given.slice(0, 10)),
      wire: () => ({
        begin: () => Promise.resolve({ status: 200, id: 'up' }),
        put,
        state: () => Promise.resolve({ status: 200 }),
        drop: (id) => Promise.resolve(drops.push(id)),
      }),
      pause: () => () => Promise.resolve(),
      preview: {
        make: () => `blob:${previews.length}`,
        drop: (url) => void previews.push(url),
      },
      largest: 100,
    },
    kept,
  );
  return { queue, drops, previews };
}

const came: Wire['put'] = (_id, from, part) =>
  Promise.resolve({ status: 200, received: from + part.size, fileId: 'picture' });
const settled = (queue: ReturnType<typeof uploadQueue>) =>
  vi.waitFor(() => expect(queue.items().some(isUnderWay)).toBe(false));

it('sends what was chosen, says what is empty or too large, and goes on with the next', async () => {
  const { queue } = queueOver(came);
  queue.add([file('a.jpg', 500), file('b.jpg', 0), file('c.heic', 500), file('d.heic', 50)]);
  expect(queue.items()).toHaveLength(4);
  await settled(queue);
  expect(queue.items().map(({ step }) => step)).toEqual([
    { kind: 'done', fileId: 'picture' },
    { kind: 'refused', why: { key: 'empty' } },
    { kind: 'refused', why: { key: 'too-large' } },
    { kind: 'done', fileId: 'picture' },
  ]);
});

it('says in words of the portal why a picture is not taken', async () => {
  const { queue } = queueOver(() => Promise.resolve({ status: 400, reason: '不是图片' }));
  queue.add([file('a.jpg', 20)]);
  await settled(queue);
  expect(queue.items()[0]?.step).toEqual({ kind: 'refused', why: { words: '不是图片' } });
});

it('takes back what is removed, leaves what came with the form, and forgets all when the form was sent', async () => {
  const kept = [{ fileId: 'kept', preview: '/files/kept?size=320' }];
  const { queue, drops, previews } = queueOver(came, kept);
  queue.add([file('a.jpg', 20)]);
  await settled(queue);
  const [first, second] = queue.items();
  queue.remove(first?.key ?? -1);
  expect(drops).toEqual([]);
  queue.remove(second?.key ?? -1);
  expect(drops).toEqual(['up']);
  expect(previews).toContain('blob:0');
  queue.add([file('b.jpg', 20)]);
  await settled(queue);
  queue.clear();
  expect(queue.items()).toEqual([]);
  expect(drops).toEqual(['up']);
});
