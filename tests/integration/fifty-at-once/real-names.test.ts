import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeAreas, makePerson } from '../../factories/proposals';
import { atOnce } from '../../setup/at-once';
import { testContext } from '../../setup/context';
import type { TestContext } from '../../setup/context';
import { openReceiver } from '../../setup/receiver';
import type { Receiver } from '../../setup/receiver';
import {
  confirmIdentityAtCounter,
  confirmOwnIdentity,
} from '~/domains/identity/real-names/confirm-identity.server';
import { counterIdentitySchema } from '~/domains/identity/real-names/schema';

const people = ['ann', 'bob', 'cai', 'dan', 'eve', 'fay'];
let test: TestContext;
let service: Receiver;
beforeAll(async () => {
  service = await openReceiver();
  service.answer = (_call, response) => void response.end('{"result":"same"}');
  const environment = { IDENTITY_SERVICE_URL: service.url, PRIVATE_BRIDGES: 'true' };
  test = await testContext({ environment });
  await makeAreas(test);
  await makePerson(test, 'clerk', { role: 'moderator', areaId: '421002' });
  for (const id of people) await makePerson(test, id);
});
afterAll(async () => {
  await test.dispose();
  await service.close();
});

const oneHasIt = ({ ok, refused }: { ok: unknown[]; refused: Record<string, number> }) => {
  expect(ok).toHaveLength(1);
  expect(refused).toEqual({ 'identity.number-taken': people.length - 1 });
};

it('a document that the counter writes down for several accounts at once is one’s', async () => {
  const shown = { name: '陈桂兰', number: '11010519491231002X', seen: '居民身份证', consent: 'yes' };
  const clerk = await test.asPerson('clerk');
  oneHasIt(
    await atOnce(people, (id) =>
      confirmIdentityAtCounter(clerk, counterIdentitySchema.parse({ ...shown, email: `${id}@example.org` })),
    ),
  );
});

it('and so is one that several people have compared', async () => {
  const stated = { name: '王五', number: '440524188001010014', consent: 'yes' } as const;
  oneHasIt(await atOnce(people, async (id) => confirmOwnIdentity(await test.asPerson(id), stated)));
  expect(await test.database.read.confirmedIdentity.count()).toBeLessThanOrEqual(2);
});
