import { afterAll, beforeAll, expect, it } from 'vitest';
import { makeElectorate, statutory } from '../../factories/ballots';
import { rollTable } from '../../factories/rolls';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { actionRoute as page, remixBuild } from '../../setup/remix-build';
import { walkBallot } from '../../setup/walk-ballot';
import type { BallotWalker } from '../../setup/walk-ballot';
import { loadDraft } from '~/domains/ballots/drafting/draft-row.server';
import { openAndCloseDueBallots } from '~/domains/ballots/organising/due-ballots.server';
import * as counter from '~/routes/ballots+/$id_.counter';
import * as roll from '~/routes/ballots+/$id_.roll';
import * as ballotPreview from '~/routes/ballots+/drafts_.$id.preview';
import * as ballotStep from '~/routes/ballots+/drafts_.$id.$step';
import * as newBallot from '~/routes/ballots+/new';

let portal: TestPortal;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  const pages = [
    page('ballots/new', newBallot),
    page('ballots/drafts/:id/:step', ballotStep),
    page('ballots/drafts/:id/preview', ballotPreview),
    page('ballots/:id/roll', roll),
    page('ballots/:id/counter', counter),
  ];
  portal = await testPortal(remixBuild(pages, () => new Response('')));
  await makeElectorate(contextOfPortal(portal));
  for (const who of ['moderator', 'staff1', 'ann']) cookies[who] = await signedInCookie(portal, who);
});
afterAll(() => portal.dispose());

const post = (who: string, path: string, form: Record<string, string | string[]>) =>
  postForm(portal, { cookie: cookies[who] ?? '', path, form });

async function callBallot(): Promise<string> {
  const moderator = await contextOfPortal(portal).asPerson('moderator');
  const walker: BallotWalker = {
    post: async (path, form) => {
      const answer = await post('moderator', path, form);
      expect(answer.status).toBe(302);
      return answer.headers.get('Location') ?? '';
    },
    revisionOf: async (draftId) => (await loadDraft(moderator, draftId)).revision,
  };
  return walkBallot(walker, {
    ...{ title: '小区改造方案表决', question: '请大家来定。', areaId: '421002', kind: 'single-choice' },
    ...{ ...statutory, electorateKind: 'roll', percentageBase: 'electorate' },
    ...{ opensAt: '2020-01-01T09:00', closesAt: '2099-01-08T09:00', options: '同意\n不同意' },
  });
}

/** Sends a table as a browser sends a chosen file. */
async function upload(who: string, path: string, table: string): Promise<Response> {
  const form = new FormData();
  form.set('intent', 'import');
  form.set('text', '');
  form.set('file', new Blob([table], { type: 'text/csv' }), '名册.csv');
  return portal.ask(`${path}/roll`, { method: 'POST', headers: { Cookie: cookies[who] ?? '' }, body: form });
}

it('a person without an account is imported by a file, votes at the counter, and nobody else sees the roll', async () => {
  const path = await callBallot();
  const id = path.split('/').at(-1) ?? '';
  expect((await upload('ann', path, rollTable)).status).toBe(403);
  const bad = await upload('staff1', path, `${rollTable}\n,9栋901,1950,`);
  expect(bad.status).toBe(400);
  expect(await bad.json()).toMatchObject({ faults: [{ line: 6, words: '没有姓名。' }] });
  expect((await upload('staff1', path, rollTable)).status).toBe(302);
  const added = { intent: 'add', name: '周大爷', unit: '9栋901', birthYear: '1949', household: '' };
  const form = { ...added, reason: '带证件到窗口登记' };
  const answers = await Promise.all(Array.from({ length: 5 }, () => post('staff1', `${path}/roll`, form)));
  expect(answers.map((answer) => answer.status)).toEqual([302, 302, 302, 302, 302]);
  const test = contextOfPortal(portal);
  await openAndCloseDueBallots(test.as('system'));
  const ballot = await test.database.read.ballot.findUniqueOrThrow({
    where: { id },
    include: { electors: true, options: true },
  });
  expect([ballot.state, ballot.electorateSize, ballot.electors.length]).toEqual(['open', 5, 5]);
  const vote = {
    intent: 'vote',
    person: ballot.electors[0]?.personId ?? '',
    option: ballot.options[0]?.id ?? '',
  };
  expect((await post('ann', `${path}/counter`, vote)).status).toBe(403);
  const cast = await post('staff1', `${path}/counter`, vote);
  expect(await cast.json()).toEqual({ recorded: true });
  expect((await post('staff1', `${path}/counter`, vote)).status).toBe(409);
  expect((await post('staff1', `${path}/roll`, form)).status).toBe(302);
  expect((await post('staff1', `${path}/roll`, { ...form, name: '吴大妈' })).status).toBe(403);
});
