import { expect, vi } from 'vitest';
import { callBallot, post } from '../e2e/setup/furnish';
import type { Portal } from '../e2e/setup/portal';
import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';
import { typedSteps } from '~/domains/ballots/drafting/steps';

const minute = 60_000;

/** Ballots that the moderator writes: one that is ready, one on whose steps something is wrong, one that changes another. */
async function drafts(portal: Portal) {
  const { read } = portal.services.database;
  const send = (at: string, form: Record<string, string>) => post(portal, 'moderator', at, form);
  const begun = async (title: string) => {
    await send('/ballots/new', { go: 'next', title, question: '请大家来定。', areaId: '421002' });
    const { id } = await read.ballotDraft.findFirstOrThrow({ orderBy: { id: 'desc' } });
    return `/ballots/drafts/${id}`;
  };
  const ready = await begun('健身角添置哪些器材');
  await send(`${ready}/kind`, { go: 'next', kind: 'budget' });
  const projects = '单杠 | 3000\n漫步机 | 5000\n乒乓球台 | 4000';
  await send(`${ready}/options`, { go: 'next', budget: '9000', options: projects });
  await send(`${ready}/times`, { go: 'next', opensAt: '2099-01-01T09:00', closesAt: '2099-01-08T09:00' });
  const unfinished = await begun('夏天几点关喷泉');
  const { id: scheduled } = await read.ballot.findFirstOrThrow({ where: { state: 'scheduled' } });
  await send(`/ballots/${scheduled}/edit`, { step: 'times' });
  const { id: changing } = await read.ballotDraft.findFirstOrThrow({ where: { ballotId: scheduled } });
  await send(`/ballots/drafts/${changing}/rule`, { ...{ go: 'next', standing: 'consultation' }, ...byRule });
  return { ready, unfinished, changing: `/ballots/drafts/${changing}`, scheduled: `/ballots/${scheduled}` };
}

const byRule = {
  ...{ secret: 'secret', thresholdPercent: '60', percentageBase: 'votes', quorumPercent: '20' },
  tieRule: 'order',
};

export const kit: SubjectKit = {
  async examples(portal) {
    const { read } = portal.services.database;
    const typed = (ahead: number) =>
      new Date(portal.now().getTime() + (ahead + 480) * minute).toISOString().slice(0, 16);
    const ballotId = await callBallot(portal, 'moderator', {
      ...{
        title: '小区晾衣架装在哪里',
        question: '请大家来定，可以委托。',
        areaId: '421002',
        kind: 'single-choice',
      },
      ...{ standing: 'consultation', unit: 'person', secret: 'secret', minimumAge: '18', entrusted: '3' },
      ...{ thresholdPercent: '50', percentageBase: 'votes', options: '楼顶\n院子' },
      ...{ opensAt: typed(10), closesAt: typed(3 * 24 * 60) },
    });
    const page = `/ballots/${ballotId}/entrusted`;
    const codeOf = async () =>
      (await read.entrustedVote.findFirstOrThrow({ where: { ballotId, state: 'offered' } })).code;
    await post(portal, 'resident1', page, { intent: 'offer' });
    await post(portal, 'resident2', `/ballots/entrusted/${await codeOf()}`, { intent: 'accept' });
    await post(portal, 'resident3', page, { intent: 'offer' });
    // A change that comes too late: what was typed stays readable.
    await post(portal, 'moderator', `/ballots/${ballotId}/edit`, { step: 'matter' });
    const { id: left } = await read.ballotDraft.findFirstOrThrow({ where: { ballotId } });
    const late = { title: '小区晾衣架先装在哪里', question: '请大家来定，可以委托。', areaId: '421002' };
    await post(portal, 'moderator', `/ballots/drafts/${left}/matter`, { go: 'later', ...late });
    portal.advance(11 * minute);
    // The portal's timer opens it.
    await vi.waitFor(
      async () => {
        const { state } = await read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
        expect(state).toBe('open');
      },
      { timeout: 30_000, interval: 100 },
    );
    const written = await drafts(portal);
    const moderator = by('moderator');
    const { id: onRoll } = await read.ballot.findFirstOrThrow({
      where: { standing: 'statutory-record', state: 'scheduled' },
    });
    return {
      '/ballots/drafts': moderator('/ballots/drafts'),
      '/ballots/drafts/:id/left': moderator(`/ballots/drafts/${left}/left`),
      '/ballots/drafts/:id/:step': moderator(
        ...typedSteps.map((step) => `${written.ready}/${step}`),
        `${written.unfinished}/options?mend=1`,
      ),
      '/ballots/drafts/:id/preview': moderator(
        ...[written.ready, written.unfinished, written.changing].map((draft) => `${draft}/preview`),
      ),
      '/ballots/:id/meeting': moderator(`/ballots/${onRoll}/meeting`),
      '/ballots/:id/edit': moderator(`${written.scheduled}/edit`),
      '/ballots/:id/entrusted': ['resident1', 'resident2', 'resident3', 'resident4'].flatMap((who) =>
        by(who)(page),
      ),
      '/ballots/entrusted/:code': by('resident4')(`/ballots/entrusted/${await codeOf()}`),
    };
  },
};
