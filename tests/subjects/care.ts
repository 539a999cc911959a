import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import { bodyOf, everywhere, newIdOf, titleOf } from '../factories/every-state';
import type { SubjectKit } from '../setup/subject-kits';
import type { TestContext } from '../setup/context';
import {
  careNeedLifecycle,
  careTaskLifecycle,
  careVolunteerLifecycle,
  isLive,
} from '~/domains/care/lifecycle';

/** Words as they lie sealed, by which a row is known where it is shown. */
const sealedWords = (test: TestContext, id: string) => ({
  sealedWords: test.as('system').keys.seal(
    JSON.stringify({
      ...{
        called: titleOf(id),
        kinds: ['other'],
        words: bodyOf(id),
        place: bodyOf(id),
        phone: '0716-1234567',
      },
      ...{ emergencyName: '', emergencyPhone: '' },
    }),
  ),
});

const needRow = (id: string, at: { areaId: string; personId: string | null; now: Date }) => ({
  ...{ id, areaId: at.areaId, personId: at.personId, statedBy: 'stranger', entitlement: 'agreed' },
  ...{ rhythmDays: 7, createdAt: at.now },
});

export const kit: SubjectKit = {
  async makeEveryState(test, spread) {
    const now = test.clock.now();
    for (const state of careNeedLifecycle.states)
      for (const contested of [false, true])
        await everywhere(test, spread, (tx, { areaId, authorId }) => {
          const id = newIdOf('careneed');
          const row = { ...needRow(id, { areaId, personId: authorId, now }), state };
          const contests = contested && {
            create: {
              id: `${id}-contest`,
              contestedBy: authorId,
              state: 'refused',
              createdAt: now,
              dueAt: now,
            },
          };
          const sealed = isLive(state) ? sealedWords(test, id) : {};
          return tx.prisma.careNeed.create({ data: { ...row, ...sealed, ...(contests && { contests }) } });
        });
    for (const state of careTaskLifecycle.states)
      for (const doing of [{ doneBy: 'resident' }, { doneBy: 'water-member', organisationId: 'water' }])
        await everywhere(test, spread, (tx, { areaId, authorId }) => {
          const [id, needId] = [newIdOf('caretask'), newIdOf('caretasks')];
          const need = {
            create: { ...needRow(`${needId}-n`, { areaId, personId: authorId, now }), state: 'active' },
          };
          const when = { startsAt: now, endsAt: new Date(now.getTime() + 3600_000), plannedAt: now };
          return tx.prisma.careTask.create({
            data: { id, kind: 'visit', state, ...when, ...doing, plannedBy: 'moderator', need },
          });
        });
    for (const state of careVolunteerLifecycle.states)
      await everywhere(test, spread, (tx, { areaId, authorId }) => {
        const id = newIdOf('carevolunteer');
        const whose = { personId: authorId, organisationId: `${id}-org` };
        return tx.prisma.careVolunteer.create({ data: { id, ...whose, areaId, state, offeredAt: now } });
      });
  },

  async examples(portal) {
    const { read } = portal.services.database;
    const own = await read.careNeed.findFirstOrThrow({ where: { personId: 'resident-01' } });
    const waiting = await read.careNeed.findFirstOrThrow({ where: { state: 'stated' } });
    const tasks = await read.careTask.findMany({ where: { needId: own.id }, orderBy: { startsAt: 'asc' } });
    const missed = await read.careTask.findFirstOrThrow({ where: { state: 'missed' } });
    const [done, coming] = tasks.map(({ id }) => `/care/tasks/${id}`);
    const page = `/care/${own.id}`;
    await post(portal, 'resident1', page, { intent: 'contest', words: '我上周摔了一跤。' });
    await post(portal, 'grid-worker', page, { intent: 'look', purpose: 'plan' });
    const staff = by('grid-worker');
    return {
      '/care': [...by(null)('/care'), ...by('resident1')('/care'), ...by('resident7')('/care')],
      '/care/:id': [
        ...by('resident1')(page),
        ...staff(page, `/care/${waiting.id}`),
        ...by('administrator')(page),
      ],
      '/care/:id/edit': by('resident1')(`${page}/edit`),
      '/care/desk': [...staff('/care/desk'), ...by('administrator')('/care/desk')],
      '/care/new': by('resident5')('/care/new'),
      '/care/tasks/:id': [
        ...by('resident1')(done ?? '', coming ?? ''),
        ...staff(coming ?? '', `/care/tasks/${missed.id}`),
        ...by('resident7')(coming ?? ''),
      ],
    };
  },
};
