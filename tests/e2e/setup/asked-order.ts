import { expect } from 'vitest';
import { post } from './furnish';
import type { Portal } from './portal';
import { cookieOf } from './session';

/** Files of a form, by the name of their field. */
type Files = Record<string, Uint8Array>;

/** As `post`, with files. */
async function postFiles(portal: Portal, at: string, fields: Record<string, string>, files: Files) {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  for (const [name, bytes] of Object.entries(files))
    body.append(name, new File([Buffer.from(bytes)], `${name}.jpg`));
  const headers = { Origin: portal.url, Cookie: await cookieOf(portal, 'staff') };
  const { status } = await fetch(portal.url + at, { method: 'POST', redirect: 'manual', headers, body });
  expect(status, at).toBe(302);
}

/** Feedback of a resident that an order took up and a department reported as solved: its asker is asked. Answers the ids. */
export async function askedOrder(
  portal: Portal,
  asker: string,
  files: Files = {},
): Promise<{ order: string; feedback: string }> {
  const title = '便河路路灯不亮';
  const matter = { category: 'facilities', title };
  const feedback = await post(portal, asker, '/feedback/new', {
    ...{ ...matter, kind: 'complaint', body: '三盏路灯坏了一个月。', areaId: '421002001001' },
    ...{ place: '', isPublic: 'yes' },
  });
  const order = await post(portal, 'moderator', '/work-orders/new', {
    ...{ ...matter, subjectKind: 'feedback', subjectId: feedback, description: '请修复三盏路灯。' },
    departmentId: 'org-chengguan',
  });
  const step = async (form: Record<string, string>, files: Files = {}) => {
    const row = await portal.services.database.read.workOrder.findUniqueOrThrow({ where: { id: order } });
    await postFiles(portal, `/work-orders/${order}`, { ...form, version: String(row.version) }, files);
  };
  await step({ act: 'accept' });
  await step({ act: 'finish', report: '路灯已经全部修好，夜间复核过。', measures: '更换灯具三盏' }, files);
  return { order, feedback };
}
