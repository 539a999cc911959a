import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeFeedback } from '../factories/feedback';
import { jsonOf, open311Portal, xmlOf } from './setup/open311-portal';
import type { Open311Portal } from './setup/open311-portal';
import { childrenOf } from '~/lib/xml/read-xml';
import { newId } from '~/platform/ids';

const count = 1200;

let portal: Open311Portal;
beforeAll(async () => {
  portal = await open311Portal();
  const { database, clock } = portal.services;
  const id = await makeFeedback(portal.test, 'resident');
  const now = clock.now();
  const feedback = await database.read.feedback.findUniqueOrThrow({ where: { id } });
  const ids = Array.from({ length: count - 1 }, () => newId(now));
  const answered = (subjectId: string) => ({
    id: newId(now),
    type: 'feedback.answered',
    subjectKind: 'feedback',
    subjectId,
    areaId: feedback.areaId,
    at: now,
    isPublic: true,
    publicData: JSON.stringify({ title: feedback.title }),
  });
  await database.transaction(async (tx) => {
    await tx.prisma.feedback.createMany({
      data: ids.map((other) => ({ ...feedback, id: other, number: other })),
    });
    await tx.prisma.event.createMany({ data: [id, ...ids].map(answered) });
  });
}, 120_000);
afterAll(() => portal.dispose());

describe('a district with many matters', () => {
  it('answers the standard call with a page of a thousand, in both formats, and the rest on the next', async () => {
    const first = await portal.get('requests.json');
    expect(first.status).toBe(200);
    const ids = (await jsonOf<{ service_request_id: string }[]>(first)).map((row) => row.service_request_id);
    expect(ids).toHaveLength(1000);
    const next = await jsonOf<{ service_request_id: string }[]>(await portal.get('requests.json?page=2'));
    expect(new Set([...ids, ...next.map((row) => row.service_request_id)]).size).toBe(count);
    const xml = await portal.get('requests.xml?page_size=999');
    expect(xml.status).toBe(200);
    expect(childrenOf(await xmlOf(xml), 'request')).toHaveLength(999);
  }, 60_000);

  it('answers every change of a window', async () => {
    const answer = await portal.get('servicerequestupdates.json');
    expect([answer.status, answer.headers.get('link')]).toEqual([200, null]);
    const updates = await jsonOf<{ update_id: string }[]>(answer);
    expect(new Set(updates.map((update) => update.update_id)).size).toBe(count);
    expect(await jsonOf(await portal.get('servicerequestupdates.json?page=2'))).toEqual([]);
    expect((await portal.get('servicerequestupdates.json?page=0')).status).toBe(400);
  }, 60_000);
});
