import { post } from '../e2e/setup/furnish';
import { by } from '../e2e/setup/page-examples';
import { bodyOf, everywhere, newIdOf, titleOf } from '../factories/every-state';
import type { Portal } from '../e2e/setup/portal';
import type { SubjectKit } from '../setup/subject-kits';
import { candidateLifecycle, councilLifecycle } from '~/domains/councils/lifecycle';
import { dayIn } from '~/lib/time/days';
import { wallClockOf } from '~/lib/time/local-time';

const minute = 60_000;
const day = 24 * 60 * minute;
const zone = 'Asia/Shanghai';
const quotas = '性别 | 女 | 1 | 2\n性别 | 男 | 1 | 2\n年龄 | 18-35 | 0 | 2\n年龄 | 36以上 | 1 | 3';

const ahead = (portal: Portal, days: number) => new Date(portal.now().getTime() + days * day);

/** A council of three seats, as its founder types it; answers its id. */
async function found(portal: Portal, change: Record<string, string> = {}): Promise<string> {
  return post(portal, 'moderator', '/councils/new', {
    ...{ title: '老旧小区更新居民代表', purpose: '商量小区怎么更新、先做哪一样。', areaId: '421002' },
    ...{ seats: '3', panels: '100', onePerHousehold: 'yes', quotas },
    volunteersUntil: dayIn(ahead(portal, 3), zone),
    termUntil: dayIn(ahead(portal, 300), zone),
    ...change,
  });
}

const versionOfCouncil = async (portal: Portal, id: string) => {
  const row = await portal.services.database.read.council.findUniqueOrThrow({ where: { id } });
  return String(row.version);
};

const atDesk = async (portal: Portal, id: string, fields: Record<string, string>) =>
  post(portal, 'moderator', `/councils/${id}/organise`, {
    version: await versionOfCouncil(portal, id),
    ...fields,
  });

const invite = (portal: Portal, id: string) =>
  atDesk(portal, id, { intent: 'invite', count: '40', seed: '上证指数 2026-11-27 收盘 3412.33' });

/** The names by which the first of those invited sign in. */
async function invited(portal: Portal, councilId: string, count: number): Promise<string[]> {
  const rows = await portal.services.database.read.councilCandidate.findMany({
    where: { councilId, state: 'invited', personId: { startsWith: 'resident-' } },
    orderBy: { personId: 'asc' },
    take: count,
  });
  return rows.map(({ personId }) => `resident${Number(personId?.slice('resident-'.length))}`);
}

async function volunteer(portal: Portal, id: string, name: string, at: number): Promise<void> {
  await post(portal, name, `/councils/${id}`, {
    intent: 'volunteer',
    'feature-0': at % 2 === 0 ? '女' : '男',
    'feature-1': at % 3 === 0 ? '18-35' : '36以上',
  });
}

const publish = (portal: Portal, id: string) =>
  atDesk(portal, id, {
    ...{ intent: 'list', way: 'seed', source: '福彩 3D 当天开奖号码，按次序写成三个数字，中间空一格' },
    dueAt: wallClockOf(new Date(portal.now().getTime() + 2 * minute), zone).slice(0, 16),
  });

/** The last day for volunteers passes for this council alone: days of the whole portal would change other pages. */
const letDayPass = (portal: Portal, id: string) =>
  portal.services.database.transaction((tx) =>
    tx.prisma.council.update({
      where: { id },
      data: { volunteersUntil: new Date(portal.now().getTime() - minute) },
    }),
  );

export const kit: SubjectKit = {
  async makeEveryState(test, spread) {
    const now = test.clock.now();
    for (const state of councilLifecycle.states)
      await everywhere(test, spread, (tx, { areaId, authorId }) => {
        const id = newIdOf('council');
        const candidates = candidateLifecycle.states.map((one) => ({
          ...{ id: `${id}-${one}`, number: `${id}-${one}`, state: one, invitedAt: now },
          personId: one === 'accepted' ? 'stranger' : null,
        }));
        const draw = {
          ...{ number: 1, seats: 3, quotas: '[]', kept: '[]', excluded: '[]', commitments: '', way: 'seed' },
          ...{ listText: 'a,b,c\n', listSha256: 'x', source: bodyOf(id), dueAt: now, listedAt: now },
          summary: JSON.stringify({
            people: 3,
            minimum: 1,
            impossible: 0,
            certain: 3,
            chances: [],
            counts: [],
          }),
        };
        return tx.prisma.council.create({
          data: {
            ...{ id, title: titleOf(id), purpose: bodyOf(id), purposeHtml: `<p>${bodyOf(id)}</p>` },
            ...{ areaId, state, seats: 3, quotas: '[]', createdBy: authorId, createdAt: now },
            ...{ volunteersUntil: now, termUntil: now, sealedSecret: 'sealed', secretCommitment: 'x' },
            candidates: { create: candidates },
            draws: { create: draw },
          },
        });
      });
  },

  async examples(portal) {
    const draft = await found(portal, { title: '便河小区停车居民代表' });
    const asked = await found(portal, {
      title: '社区食堂居民代表',
      quotas: '性别 | 女 | 3 | 3\n性别 | 男 | 0 | 0\n年龄 | 18-35 | 2 | 2\n年龄 | 36以上 | 1 | 1',
    });
    const drawn = await found(portal);
    await invite(portal, asked);
    await invite(portal, drawn);
    const names = await invited(portal, asked, 5);
    for (const [at, name] of names.entries()) await volunteer(portal, asked, name, 2 * at + 1);
    await atDesk(portal, asked, { intent: 'check' });
    const others = await invited(portal, drawn, 12);
    for (const [at, name] of others.entries()) await volunteer(portal, drawn, name, at);
    await atDesk(portal, drawn, { intent: 'auditor', email: 'resident15@demo.gongzhi.example' });
    await letDayPass(portal, drawn);
    await publish(portal, drawn);
    portal.advance(3 * minute);
    await atDesk(portal, drawn, { intent: 'draw', seed: '5 8 3' });
    const led = by('moderator');
    const own = others[0] ?? null;
    return {
      '/councils': [...by(null)('/councils'), ...by(own)('/councils?whose=mine')],
      '/councils/:id': [
        ...by(null)(`/councils/${draft}`, `/councils/${drawn}`),
        ...by(own)(`/councils/${drawn}`),
        ...by('resident15')(`/councils/${drawn}`),
        ...by(names[0] ?? null)(`/councils/${asked}`),
        ...led(`/councils/${asked}`),
      ],
      '/councils/:id/edit': led(`/councils/${draft}/edit`),
      '/councils/:id/never-drawn': by('resident15')(`/councils/${drawn}/never-drawn`),
      '/councils/:id/organise': led(...[draft, asked, drawn].map((id) => `/councils/${id}/organise`)),
      '/councils/new': led('/councils/new'),
    };
  },
};
