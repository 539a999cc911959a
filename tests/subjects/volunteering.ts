import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import { bodyOf, everywhere, newIdOf, titleOf } from '../factories/every-state';
import type { SubjectKit } from '../setup/subject-kits';
import { rewardLifecycle } from '~/domains/volunteering/lifecycle';

/** What businesses give, and what those who were helped say; the activities themselves are told by the demo. */
export const kit: SubjectKit = {
  async makeEveryState(test, spread) {
    const now = test.clock.now();
    for (const state of rewardLifecycle.states)
      await everywhere(test, spread, (tx, { areaId, authorId }) => {
        const id = newIdOf('reward');
        const words = { title: titleOf(id), body: bodyOf(id), points: 10, stock: 1 };
        const who = { areaId, organisationId: 'water', createdBy: authorId };
        return tx.prisma.reward.create({
          data: { id, ...words, ...who, state, until: now, createdAt: now },
        });
      });
    for (const personId of ['asker', 'resident', 'moderator'])
      for (const withdrawnAt of [null, now]) {
        const id = newIdOf('award');
        const words = { name: titleOf(id), content: bodyOf(id), kind: 'training', day: '2026-11-01' };
        const who = { personId, organisationId: 'water', recordedBy: 'asker', recordedAt: now };
        await test.database.transaction((tx) =>
          tx.prisma.volunteerAward.create({ data: { id, actId: id, ...words, ...who, withdrawnAt } }),
        );
      }
  },

  async examples(portal) {
    const { read } = portal.services.database;
    const [breakfast] = await read.reward.findMany({ where: { state: 'offered' }, orderBy: { id: 'asc' } });
    const kept = await read.rewardClaim.findFirstOrThrow({ where: { state: 'kept' } });
    const holder = `resident${Number(kept.personId.slice('resident-'.length))}`;
    const merchant = by('merchant', 'org-chaoshi');
    const organiser = by('coordinator', 'org-jiangtun');
    const page = `/volunteering/rewards/${breakfast?.id}`;
    const over = await read.shift.findFirstOrThrow({
      where: { thanks: { some: {} } },
      select: { id: true },
    });
    const coming = await read.shift.findFirstOrThrow({
      where: {
        ...{ startsAt: { gt: portal.now() }, opportunity: { organisationId: 'org-jiangtun' } },
        signUps: { some: { state: 'confirmed' } },
      },
      select: { id: true },
    });
    const served = await read.signUp.findFirstOrThrow({
      where: {
        ...{ state: 'attended', objectedAt: null, personId: { startsWith: 'resident-' } },
        shift: { opportunity: { organisationId: 'org-jiangtun' } },
      },
      select: { id: true, personId: true, shiftId: true },
    });
    const volunteer = `resident${Number(served.personId.slice('resident-'.length))}`;
    const record = { signUpId: served.id, words: '我多做了半小时' };
    await post(portal, volunteer, '/volunteering/mine', { intent: 'object', ...record });
    const answer = { signUpId: served.id, words: '签到表上就是这样' };
    await post(portal, 'coordinator', `/volunteering/shifts/${served.shiftId}`, {
      intent: 'answer',
      ...answer,
    });
    const appealed = `/volunteering/appeals/${served.id}`;
    const appealing = [...by(volunteer)(appealed)];
    await post(portal, volunteer, appealed, { intent: 'appeal', words: '同组的人都可以证明我做到了六点' });
    const thanks = `/volunteering/shifts/${over.id}/thanks`;
    await post(portal, 'resident40', thanks, { intent: 'thank', words: '谢谢你们冒雨来。' });
    return {
      '/volunteering/appeals/:id': [...appealing, ...by('moderator')(appealed)],
      '/volunteering/awards': organiser('/volunteering/awards'),
      '/volunteering/record': by(holder)('/volunteering/record'),
      '/volunteering/rewards': [...by(null)('/volunteering/rewards'), ...merchant('/volunteering/rewards')],
      '/volunteering/rewards/:id': [...by(null)(page), ...by(holder)(page), ...merchant(page)],
      '/volunteering/rewards/check': merchant('/volunteering/rewards/check'),
      '/volunteering/rewards/new': merchant('/volunteering/rewards/new'),
      '/volunteering/points': by(holder)('/volunteering/points'),
      '/volunteering/shifts/:id/offline': organiser(`/volunteering/shifts/${coming.id}/offline`),
      '/volunteering/shifts/:id/thanks': [...by('resident41')(thanks), ...organiser(thanks)],
    };
  },
};
