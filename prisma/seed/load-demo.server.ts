import { tellCensus } from './demo-census.server';
import { demoWorld } from './demo-clock';
import { tellConversations } from './demo-conversations.server';
import { tellOrders } from './demo-orders.server';
import { tellTargets, tellYearOfOrders } from './demo-year.server';
import { loadRegistry } from './demo-registry.server';
import { publishResponsibilities } from './demo-responsibilities.server';
import { proposalTexts } from './demo-proposals';
import { tellProposal } from './demo-story.server';
import type { ToldProposal } from './demo-story.server';
import { tellBallots } from './demo-ballots.server';
import { tellCare } from './demo-care.server';
import { tellMeetings } from './demo-meetings.server';
import { tellRewards } from './demo-rewards.server';
import { tellAgreements, tellFeedback, tellVolunteering } from './demo-together.server';
import type { Services } from '../../app/http/server/services.server';
import { expireProposals } from '../../app/domains/proposals/index.server';
import { recountStatistics } from '../../app/domains/statistics/index.server';

const day = 24 * 3600_000;

/** Old news is not told again: what the story caused more than two days ago counts as done. */
async function settleOldJobs(services: Services): Promise<void> {
  const now = services.clock.now();
  await services.database.transaction((tx) =>
    tx.prisma.outboxJob.updateMany({
      where: { state: 'waiting', runAt: { lt: new Date(now.getTime() - 2 * day) } },
      data: { state: 'done', finishedAt: now },
    }),
  );
}

/** Loads the demo community into an empty database; leaves one that holds people as it is. */
export async function loadDemoIfEmpty(services: Services, say: (line: string) => void): Promise<void> {
  if ((await services.database.read.person.count()) > 0) return;
  say('Loading the demo community …');
  const world = demoWorld(services);
  await loadRegistry(services, world);
  await publishResponsibilities(world);
  const told: ToldProposal[] = [];
  for (let index = 0; index < proposalTexts().length; index += 1) told.push(await tellProposal(world, index));
  say(`  ${told.length} proposals`);
  await tellBallots(services, world, told);
  await tellConversations(services, world, told);
  await tellVolunteering(services, world, told);
  await tellRewards(services, world);
  await tellAgreements(world, told);
  await tellMeetings(world, told);
  await tellCare(services, world);
  await tellFeedback(world);
  await tellOrders(world);
  await tellYearOfOrders(world);
  await tellTargets(world);
  world.moveTo(world.today);
  await recountStatistics(world.system());
  await tellCensus(world);
  await expireProposals(world.system());
  await settleOldJobs(services);
  say('  ballots, shifts, agreements, meetings, work orders, targets and feedback');
}
