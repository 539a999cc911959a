import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import { bodyOf, everywhere, newIdOf, titleOf } from '../factories/every-state';
import type { Portal } from '../e2e/setup/portal';
import type { SubjectKit } from '../setup/subject-kits';
import { meetingLifecycle } from '~/domains/meetings/lifecycle';

const hour = 3600_000;

/** A joint meeting two hours ahead, as its convener types it; answers its id. */
function convene(portal: Portal, change: Record<string, string>): Promise<string> {
  const typed = (ahead: number) =>
    new Date(portal.now().getTime() + (ahead + 8) * hour).toISOString().slice(0, 16);
  return post(portal, 'moderator', '/meetings/new', {
    kind: 'joint',
    title: '便河小区停车联席会议',
    purpose: '物业、居委会和业主代表一起商量停车位怎么划。',
    areaId: '421002001001',
    place: '社区议事厅',
    startsAt: typed(2),
    endsAt: typed(4),
    isPublic: 'yes',
    organisationIds: 'org-bianhe',
    people: 'resident5@demo.gongzhi.example | 居民代表',
    repeat: 'none',
    ...change,
  });
}

const seatsOf = (portal: Portal, meetingId: string) =>
  portal.services.database.read.meetingSeat.findMany({ where: { meetingId }, orderBy: { id: 'asc' } });

/** Opened, attended and decided in; of the kind whose record has most to show. */
async function hold(portal: Portal, id: string): Promise<void> {
  const lead = (fields: Record<string, string>, page = 'record') =>
    post(portal, 'moderator', `/meetings/${id}${page === '' ? '' : `/${page}`}`, fields);
  await lead({ intent: 'begin' }, '');
  const [first] = await seatsOf(portal, id);
  const { version } = await portal.services.database.read.meeting.findUniqueOrThrow({ where: { id } });
  await lead({ intent: 'attendance', version: String(version), present: first?.id ?? '' });
  await lead({ intent: 'decide', motion: '先划残疾人车位。', rule: 'majority', votesFor: '1' });
  await lead({ intent: 'minutes', minutes: '大家同意先划残疾人车位。' });
}

export const kit: SubjectKit = {
  unasked: {
    'meetings/carry-out#carryOut': 'office',
    'meetings/change-meeting#changeMeeting': 'office',
    'meetings/convene-meeting#conveneMeeting': 'office',
    'meetings/record-meeting#saveMinutes': 'office',
  },
  takenBack: {
    'meeting.carry-out ${decisionId}': 'stays',
    'meeting.convene': 'meetings/cancel-meeting.server.ts',
    'meeting.decide ${meetingId}': 'meetings/minutes/decide.server.ts',
    'meeting.item ${meetingId}': 'meetings/agenda.server.ts',
  },
  async makeEveryState(test, spread) {
    const now = test.clock.now();
    for (const state of meetingLifecycle.states)
      for (const isPublic of [true, false])
        for (const organisationId of ['water', null])
          for (const guest of [{ personId: 'stranger' }, { organisationId: 'roads' }])
            await everywhere(test, spread, (tx, { areaId, authorId }) => {
              const id = newIdOf('meeting');
              const words = { title: titleOf(id), purpose: bodyOf(id), purposeHtml: `<p>${bodyOf(id)}</p>` };
              const when = { startsAt: now, endsAt: new Date(now.getTime() + hour), createdAt: now };
              const where = { areaId, place: '议事厅', organisationId, createdBy: authorId };
              const seats = { create: { id: `${id}-seat`, ...guest, invitedAt: now } };
              const voted = {
                rule: 'majority',
                presentCount: 1,
                votesFor: 1,
                votesAgainst: 0,
                abstentions: 0,
              };
              const decisions = {
                create: {
                  ...{ id: `${id}-decision`, number: 1, motion: bodyOf(id), result: 'carried', ...voted },
                  ...{ responsibleKind: 'person', responsibleId: 'stranger' },
                  ...{ createdBy: authorId, createdAt: now },
                },
              };
              return tx.prisma.meeting.create({
                data: { id, ...words, ...when, ...where, state, isPublic, seats, decisions },
              });
            });
  },

  async examples(portal) {
    const [coming, held, published] = [
      await convene(portal, { quorum: '2' }),
      await convene(portal, { title: '社区居民会议', kind: 'four-discussions', quorum: '1' }),
      await convene(portal, { title: '电梯改造联席会议', people: '', quorum: '1' }),
    ];
    portal.advance(3 * hour);
    await hold(portal, held);
    await hold(portal, published);
    await post(portal, 'moderator', `/meetings/${published}/record`, { intent: 'lay-minutes' });
    const [seat] = await seatsOf(portal, published);
    await post(portal, 'committee', `/meetings/${published}`, {
      intent: 'verdict',
      seatId: seat?.id ?? '',
      verdict: 'approved',
    });
    const later = await convene(portal, { title: '下一次停车联席会议', repeat: 'monthly', count: '2' });
    const page = (id: string, ...who: (string | null)[]) => who.flatMap((as) => by(as)(`/meetings/${id}`));
    const led = by('moderator');
    return {
      '/meetings': [
        ...by(null)('/meetings', '/meetings?when=past'),
        ...by('resident5')('/meetings?whose=mine'),
      ],
      '/meetings/:id': [
        ...page(later, null, 'resident5', 'moderator'),
        ...page(held, 'moderator'),
        ...page(published, null, 'moderator'),
        ...page(coming, 'moderator'),
      ],
      '/meetings/:id/edit': led(`/meetings/${later}/edit`),
      '/meetings/:id/prepare': led(`/meetings/${later}/prepare`),
      '/meetings/:id/print': by(null)(`/meetings/${published}/print`),
      '/meetings/:id/record': led(`/meetings/${held}/record`),
      '/meetings/new': led('/meetings/new'),
    };
  },
};
