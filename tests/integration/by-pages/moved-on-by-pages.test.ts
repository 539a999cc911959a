import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeBallot, makeVoter } from '../../factories/ballots';
import { makeConversation } from '../../factories/conversations';
import { councilForm, makeCouncil } from '../../factories/councils';
import { makeFeedback } from '../../factories/feedback';
import { makeMeeting } from '../../factories/meetings';
import { makeOrganisation } from '../../factories/organisations';
import { communityId, makePerson, makeProposal, proposalInput } from '../../factories/proposals';
import { makeOffices } from '../../factories/work-orders';
import type { TestContext } from '../../setup/context';
import { contextOfPortal, postForm, signedInCookie } from '../../setup/posting-people';
import { testPortal } from '../../setup/portal';
import type { TestPortal } from '../../setup/portal';
import { wholeBuild } from '../../setup/whole-build';
import { beginChange } from '~/domains/ballots/drafting/begin-draft.server';

let portal: TestPortal;
let test: TestContext;
const cookies: Record<string, string> = {};
beforeAll(async () => {
  portal = await testPortal(await wholeBuild(), { ENDORSEMENT_THRESHOLD: '3' });
  test = contextOfPortal(portal);
  await makeOffices(test);
  await makeVoter(test, 'ann');
  await makePerson(test, 'shopkeeper');
  await makePerson(test, 'clubber');
  await makeOrganisation(test, { id: 'shop', members: { shopkeeper: 'owner' } });
  await makeOrganisation(test, { id: 'club', members: { clubber: 'owner' } });
  for (const who of ['ann', 'moderator', 'shopkeeper']) cookies[who] = await signedInCookie(portal, who);
}, 120_000);
afterAll(() => portal.dispose());

const long = '写了很久才写好的一段话，舍不得丢。';
const headers = (who: string) => ({ headers: { Cookie: cookies[who] ?? '' } });
type Transaction = Parameters<Parameters<TestContext['database']['transaction']>[0]>[0];
const change = (work: (prisma: Transaction['prisma']) => Promise<unknown>) =>
  test.database.transaction((tx) => work(tx.prisma));

interface Written {
  who: string;
  path: string;
  form: Record<string, string>;
  /** What happens while the form is open. */
  meanwhile: () => Promise<unknown>;
}

const forms: Record<string, () => Promise<Written>> = {
  'the text of a proposal that is put to the vote': async () => {
    const id = await makeProposal(test, 'ann');
    return {
      ...{ who: 'ann', path: `/proposals/${id}/edit`, form: { ...proposalInput, body: long } as never },
      meanwhile: () =>
        change((prisma) => prisma.proposal.update({ where: { id }, data: { state: 'ballot' } })),
    };
  },
  'words for a proposal that is gone': async () => {
    const id = await makeProposal(test, 'shopkeeper');
    return {
      ...{ who: 'ann', path: `/proposals/${id}`, form: { intent: 'comment', body: long } },
      meanwhile: () =>
        change((prisma) =>
          prisma.proposal.update({ where: { id }, data: { hiddenAt: test.clock.now(), state: 'draft' } }),
        ),
    };
  },
  'a statement in a conversation that is over': async () => {
    const id = await makeConversation(test);
    return {
      ...{ who: 'ann', path: `/conversations/${id}`, form: { intent: 'write', body: long } },
      meanwhile: () =>
        change((prisma) =>
          prisma.conversation.update({ where: { id }, data: { state: 'closed', closesAt: new Date(0) } }),
        ),
    };
  },
  'another place for a meeting that is called off': async () => {
    const id = await makeMeeting(test);
    const at = (hours: number) => new Date(test.clock.now().getTime() + hours * 3600_000).toISOString();
    return {
      ...{ who: 'moderator', path: `/meetings/${id}/edit` },
      form: { place: long, startsAt: at(24), endsAt: at(26), quorum: '' },
      meanwhile: () =>
        change((prisma) => prisma.meeting.update({ where: { id }, data: { state: 'cancelled' } })),
    };
  },
  'the aim of a council that was drawn': async () => {
    const id = await makeCouncil(test);
    return {
      ...{ who: 'moderator', path: `/councils/${id}/edit` },
      form: { ...councilForm(test), purpose: long } as never,
      meanwhile: () =>
        change((prisma) => prisma.council.update({ where: { id }, data: { state: 'seated' } })),
    };
  },
  'an organisation that was confirmed': async () => {
    await change((prisma) =>
      prisma.organisation.update({ where: { id: 'shop' }, data: { state: 'refused' } }),
    );
    return {
      ...{ who: 'shopkeeper', path: '/organisations/shop/edit' },
      form: {
        kind: 'merchant',
        name: '江边小店',
        creditCode: '',
        areaId: communityId,
        about: long,
        contact: '',
      },
      meanwhile: () =>
        change((prisma) =>
          prisma.organisation.update({ where: { id: 'shop' }, data: { state: 'verified' } }),
        ),
    };
  },
  'the answer to feedback that was withdrawn': async () => {
    const id = await makeFeedback(test, 'ann');
    return {
      ...{
        who: 'moderator',
        path: `/feedback/${id}`,
        form: { intent: 'decide', act: 'answer', words: long },
      },
      meanwhile: () =>
        change((prisma) => prisma.feedback.update({ where: { id }, data: { state: 'withdrawn' } })),
    };
  },
};

describe('what was typed into a form comes with its refusal, where the thing moved on meanwhile', () => {
  it.each(Object.keys(forms))('%s', async (name) => {
    const { who, path, form, meanwhile } = (await forms[name]?.()) as Written;
    expect((await portal.ask(path, headers(who))).status).toBe(200);
    await meanwhile();
    portal.services.pages.invalidate(['portal', 'proposals', 'feedback', 'conversations']);
    const answer = await postForm(portal, { cookie: cookies[who] ?? '', path, form });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    const [shown = ''] = (await answer.text()).split('<script');
    expect(shown).toContain(long);
  });
});

describe('a change of a ballot that has opened meanwhile', () => {
  it('is kept with what is typed last, told why it cannot be sent, and raised anew', async () => {
    const inDays = (days: number) =>
      new Date(test.clock.now().getTime() + days * 24 * 3600_000).toISOString();
    const { id } = await makeBallot(test, { opensAt: inDays(1), closesAt: inDays(8) });
    const draft = `/ballots/drafts/${await beginChange(await test.asPerson('moderator'), id, 'matter')}`;
    const matter = { title: '口袋公园先建什么', question: long, areaId: '421002', go: 'next' };
    await change((prisma) => prisma.ballot.update({ where: { id }, data: { state: 'open' } }));
    const cookie = cookies.moderator ?? '';
    const kept = await postForm(portal, { cookie, path: `${draft}/matter`, form: matter });
    expect(kept.headers.get('Location')).toBe(`${draft}/left`);
    for (const path of [`${draft}/times`, `${draft}/preview`, `/ballots/${id}/edit`])
      expect((await portal.ask(path, headers('moderator'))).headers.get('Location')).toBe(`${draft}/left`);
    const page = await (await portal.ask(`${draft}/left`, headers('moderator'))).text();
    for (const words of [long, '口袋公园先建什么', '投票已经开始', '改成一场新投票接着写', '丢弃'])
      expect(page).toContain(words);
    expect((await portal.ask(`${draft}/left`, headers('ann'))).status).toBe(404);
    expect(await (await portal.ask('/ballots/drafts', headers('moderator'))).text()).toContain(
      `${draft}/left`,
    );
    const why = await postForm(portal, {
      cookie,
      path: `${draft}/preview`,
      form: { revision: 'x', reason: long },
    });
    expect(why.status).toBe(403);
    expect(await why.text()).toContain(long);
    const anew = await postForm(portal, { cookie, path: `${draft}/left`, form: {} });
    expect(anew.headers.get('Location')).toBe(`${draft}/matter`);
    expect(await (await portal.ask(`${draft}/matter`, headers('moderator'))).text()).toContain(long);
  });
});
