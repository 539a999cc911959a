import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contextFor } from '../server/services.server';
import type { TestPortal } from '../../../tests/setup/portal';
import { testPortal } from '../../../tests/setup/portal';
import { remixBuild } from '../../../tests/setup/remix-build';
import { runVerify } from '~/cli/verify/verify';
import { appendToLog } from '~/domains/ledger/log/append-to-log.server';
import * as checkpoint from '~/routes/log+/checkpoint';
import * as key from '~/routes/log+/key';
import * as proof from '~/routes/log+/proof';
import * as tile from '~/routes/log+/tile.$';

const build = remixBuild(
  [
    { path: 'log/checkpoint', page: false, loader: checkpoint.loader },
    { path: 'log/key', page: false, loader: key.loader },
    { path: 'log/proof', page: false, loader: proof.loader },
    { path: 'log/tile/*', page: false, loader: tile.loader },
  ],
  () => new Response(''),
);

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal(build);
});
afterAll(() => portal.dispose());

async function verify(args: string[], file = '') {
  const out = { stdout: '', stderr: '' };
  const code = await runVerify(args, {
    readFile: () => Buffer.from(file),
    stdout: (part) => (out.stdout += part),
    stderr: (part) => (out.stderr += part),
  });
  return { code, ...out };
}

const area = '421002001001';

/** Events about an area, which everyone may read, and about a proposal that is not there (any more). */
async function happen(count: number): Promise<void> {
  const { services } = portal;
  await services.database.transaction(async (tx) => {
    const place = { id: area, code: `${area}`, level: 'community', name: '青石社区', parentId: null };
    await tx.prisma.area.upsert({ where: { id: area }, create: place, update: {} });
    const seen = await tx.prisma.event.count();
    await tx.prisma.event.createMany({
      data: Array.from({ length: count }, (_, at) => ({
        id: `event-${seen + at}`,
        type: 'area.created',
        ...(at % 2 === 0
          ? { subjectKind: 'area', subjectId: area }
          : { subjectKind: 'proposal', subjectId: 'hidden' }),
        actorPersonId: 'person-of-the-event',
        at: services.clock.now(),
        isPublic: true,
        publicData: JSON.stringify({ title: at % 2 === 0 ? '青石社区' : '不公开的题目' }),
      })),
    });
  });
  await appendToLog(contextFor(services, { kind: 'system' }, 'zh-CN'));
}

describe('/log/', () => {
  it('is checked over HTTP by the verifier, which needs nothing else', async () => {
    expect((await verify(['--log', `${portal.url}/log`])).code).toBe(2);
    await happen(520);
    const { code, stdout } = await verify(['--log', `${portal.url}/log`]);
    expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('520 entries') });
  });

  it('says of each file how long it may be kept, and has no others', async () => {
    const full = await portal.ask('/log/tile/0/001');
    expect(full.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect((await full.arrayBuffer()).byteLength).toBe(8192);
    expect(full.headers.get('Set-Cookie')).toBeNull();
    const head = await portal.ask('/log/checkpoint');
    expect(head.headers.get('Cache-Control')).toBe('no-cache');
    expect(head.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
    const none = [
      '0/003',
      '0/002.p/9',
      '0/2',
      '0/x999/x999/x999/999',
      'entries/002.p/9',
      '63/000',
      '..%2f..%2fkey',
    ];
    for (const path of none) expect((await portal.ask(`/log/tile/${path}`)).status, path).toBe(404);
  });

  it('proves an event to whoever asks, with its words where they may be read and nobody’s id', async () => {
    const open = await (await portal.ask('/log/proof?event=event-0')).text();
    expect(open).toContain('青石社区');
    expect(open).not.toContain('person-of-the-event');
    expect(await verify(['proof.json'], open)).toMatchObject({ code: 0, stderr: '' });
    const changed = open.replace('青石社区', '红石社区');
    expect(await verify(['proof.json'], changed)).toMatchObject({
      code: 1,
      stdout: expect.stringContaining('does NOT hold'),
    });
    const closed = await (await portal.ask('/log/proof?event=event-1')).text();
    expect(closed).not.toMatch(/不公开的题目|salt|content/);
    expect((await verify(['proof.json'], closed)).code).toBe(0);
    expect((await verify(['proof.json'], closed.replace('"index":1', '"index":2'))).code).toBe(1);
    expect((await portal.ask('/log/proof?event=none')).status).toBe(404);
    expect((await portal.ask('/log/proof')).status).toBe(404);
  });
});
