import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import { everywhere, newIdOf, titleOf, bodyOf } from '../factories/every-state';
import type { SubjectKit } from '../setup/subject-kits';
import { meetingLifecycle } from '~/domains/meetings/lifecycle';

export const kit: SubjectKit = {
  async makeEveryState(test, spread) {
    const now = test.clock.now();
    for (const state of meetingLifecycle.states)
      for (const isPublic of [true, false])
        for (const organisationId of ['water', null])
          await everywhere(test, spread, (tx, { areaId, authorId }) => {
            const id = newIdOf('meeting');
            const words = { title: titleOf(id), purpose: bodyOf(id), purposeHtml: `<p>${bodyOf(id)}</p>` };
            const when = { startsAt: now, endsAt: new Date(now.getTime() + 3600_000), createdAt: now };
            const where = { areaId, place: '议事厅', organisationId, createdBy: authorId };
            return tx.prisma.meeting.create({ data: { id, ...words, ...when, ...where, state, isPublic } });
          });
  },

  async examples(portal) {
    const typed = (ahead: number) =>
      new Date(portal.now().getTime() + (ahead + 8) * 3600_000).toISOString().slice(0, 16);
    const id = await post(portal, 'moderator', '/meetings/new', {
      title: '便河小区停车联席会议',
      purpose: '物业、居委会和业主代表一起商量停车位怎么划。',
      areaId: '421002001001',
      place: '社区议事厅',
      startsAt: typed(48),
      endsAt: typed(50),
      isPublic: 'yes',
    });
    const everyone = [...by(null)(`/meetings/${id}`), ...by('moderator')(`/meetings/${id}`)];
    return {
      '/meetings': by(null)('/meetings', '/meetings?when=past'),
      '/meetings/:id': everyone,
      '/meetings/new': by('moderator')('/meetings/new'),
    };
  },
};
