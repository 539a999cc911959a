import type { TestContext } from '../setup/context';
import { activity, hour, makeShift } from './volunteering';
import { publishOpportunity } from '~/domains/volunteering/opportunity.server';
import { offerReward } from '~/domains/volunteering/rewards/offer-reward.server';
import type { RewardInput } from '~/domains/volunteering/rewards/schema';

/** What the shop of the trader offers: two pieces for fifty points each, one for each person; answers its id. */
export async function makeReward(test: TestContext, change: Partial<RewardInput> = {}): Promise<string> {
  const until = new Date(test.clock.now().getTime() + 60 * 24 * hour).toISOString().slice(0, 10);
  const words = { title: '剪发一次', body: '工作日上午，凭码到店。', points: 50, stock: 2, each: 1, until };
  return offerReward(await test.asPerson('trader', 'shop'), { ...words, ...change });
}

/** Hours of the helpers that two organisers confirmed, as if they were served: ten points an hour, for each of these. */
export async function earnPoints(
  test: TestContext,
  personIds: readonly string[],
  points: number,
): Promise<void> {
  const coordinator = await test.asPerson('coordinator', 'helpers');
  const opportunityId = await publishOpportunity(coordinator, activity);
  const now = test.clock.now();
  for (const [at, confirmedBy] of ['coordinator', 'deputy'].entries()) {
    const shiftId = await makeShift(test, opportunityId, { hours: 24 * (at + 1), capacity: 1 });
    await test.database.transaction((tx) =>
      tx.prisma.signUp.createMany({
        data: personIds.map((personId) => ({
          ...{ id: `${shiftId}-${personId}`, shiftId, personId, state: 'attended' },
          ...{ minutes: (points / 2) * 6, confirmedBy, confirmedAt: now, createdAt: now },
        })),
      }),
    );
  }
}
