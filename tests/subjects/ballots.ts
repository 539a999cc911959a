import { expect, vi } from 'vitest';
import { callBallot, post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import type { SubjectKit } from '../setup/subject-kits';

const minute = 60_000;

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
    portal.advance(11 * minute);
    // The portal's timer opens it.
    await vi.waitFor(
      async () => {
        const { state } = await read.ballot.findUniqueOrThrow({ where: { id: ballotId } });
        expect(state).toBe('open');
      },
      { timeout: 30_000, interval: 100 },
    );
    return {
      '/ballots/:id/entrusted': ['resident1', 'resident2', 'resident3', 'resident4'].flatMap((who) =>
        by(who)(page),
      ),
      '/ballots/entrusted/:code': by('resident4')(`/ballots/entrusted/${await codeOf()}`),
    };
  },
};
