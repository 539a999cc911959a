import { afterAll, beforeAll, expect, it } from 'vitest';
import { contextOf } from '../../actor.server';
import { readForm } from '../read-form.server';
import { testPortal } from '../../../../tests/setup/portal';
import type { TestPortal } from '../../../../tests/setup/portal';
import { remixBuild } from '../../../../tests/setup/remix-build';

/** Looks in the database for just what was given. */
const lookFor = (args: Parameters<typeof contextOf>[0], name: string | null) =>
  contextOf(args).database.read.person.findFirst({
    where: { displayName: name ?? '' },
    select: { id: true },
  });

const build = remixBuild(
  [
    {
      path: 'people/:name',
      page: false,
      loader: async (args) => {
        const asked = new URL(args.request.url).searchParams;
        await lookFor(args, args.params.name ?? null);
        await lookFor(args, asked.get('person'));
        return Response.json([args.params.name, Object.fromEntries(asked)]);
      },
    },
    {
      path: 'post',
      page: false,
      action: async (args) => {
        const form = await readForm(args.request);
        const said: Record<string, unknown> = {};
        for (const [name, value] of form) {
          await lookFor(args, name);
          await lookFor(args, typeof value === 'string' ? value : value.name);
          said[name] = typeof value === 'string' ? value : [value.name, value.size];
        }
        return Response.json(said);
      },
    },
  ],
  () => new Response(null),
);

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal(build);
});
afterAll(() => portal.dispose());

it('takes the character of zero out of an address, path and query', async () => {
  const answer = await portal.ask('/people/%00%E9%99%88%00?person=%00a&%00b=c%00');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual(['陈', { person: 'a', b: 'c' }]);
  expect((await portal.ask('/%00.%00./%00/people/x')).status).toBe(200);
});

it.each(['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
  'takes it out of the names and texts of a form, and leaves files as they are: %s',
  async (type) => {
    const file = 'Content-Disposition: form-data; name="file"; filename="a\0.txt"\r\n\r\nb\0c';
    const body = type.startsWith('multipart')
      ? `--x\r\nContent-Disposition: form-data; name="na\0me"\r\n\r\n陈\0\r\n--x\r\n${file}\r\n--x--\r\n`
      : 'na%00me=%E9%99%88%00';
    const answer = await portal.ask('/post', { method: 'POST', headers: { 'Content-Type': type }, body });
    expect(answer.status).toBe(200);
    const said: unknown = await answer.json();
    expect(said).toMatchObject({ name: '陈' });
    if (type.startsWith('multipart')) expect(said).toMatchObject({ file: ['a.txt', 3] });
  },
);
