import type { DemoWorld } from './demo-clock';
import { handOverReward } from '../../app/domains/volunteering/rewards/hand-over.server';
import { offerReward } from '../../app/domains/volunteering/rewards/offer-reward.server';
import { ownRewards } from '../../app/domains/volunteering/rewards/reward.query.server';
import { takeReward } from '../../app/domains/volunteering/rewards/take-reward.server';
import { giveThanks, settleThanks } from '../../app/domains/volunteering/thanks/give-thanks.server';
import type { Services } from '../../app/http/server/services.server';

const offers = [
  {
    title: '爱心早餐一份',
    body: '每天早上七点到九点，凭兑换码到便河店领取：豆浆、包子、鸡蛋。',
    ...{ points: 10, stock: 60, each: 5 },
  },
  {
    title: '环保购物袋一个',
    body: '营业时间到任意一家店的服务台领取。',
    ...{ points: 20, stock: 100, each: 1 },
  },
];

/** A supermarket thanks volunteers with what it has; two of them take something, and a resident says thanks. */
export async function tellRewards(services: Services, world: DemoWorld): Promise<void> {
  const { read } = services.database;
  world.moveTo(world.at(8, 10));
  const merchant = await world.as('merchant', 'org-chaoshi');
  const until = world.at(-60, 12).toISOString().slice(0, 10);
  const ids: string[] = [];
  for (const offer of offers) ids.push(await offerReward(merchant, { ...offer, until }));
  const served = await read.signUp.findMany({
    where: { state: 'attended', shift: { opportunity: { organisationId: 'org-jiangtun' } } },
    orderBy: { id: 'asc' },
    include: { shift: { select: { opportunity: { select: { title: true } } } } },
  });
  const takers = [...new Set(served.map(({ personId }) => personId))].slice(0, 2);
  world.moveTo(world.at(3, 10));
  for (const personId of takers) {
    const volunteer = await world.as(personId);
    if (volunteer.actor.kind !== 'person') continue;
    await takeReward(volunteer, ids[0] ?? '');
    if (personId !== takers[0]) continue;
    const [kept] = await ownRewards({ ...volunteer, actor: volunteer.actor });
    await handOverReward(merchant, kept?.code ?? '');
  }
  const river = served.find(({ shift }) => shift.opportunity.title.startsWith('护江'));
  if (!river) return;
  const resident = await world.as('resident-30');
  await giveThanks(resident, river.shiftId, { words: '江边干净多了，散步都舒心，谢谢大家。', named: true });
  const [thanks] = await read.shiftThanks.findMany({ where: { shiftId: river.shiftId } });
  await settleThanks(await world.as('coordinator', 'org-jiangtun'), thanks?.id ?? '', 'pass-on');
}
