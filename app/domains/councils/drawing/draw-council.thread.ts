import { parentPort, workerData } from 'node:worker_threads';
import { drawInvited } from '../rules/invitation/invitation-lot';
import type { InvitationToDraw } from '../rules/invitation/invitation-lot';
import { reckonCouncil } from '../rules/reckon-council';
import type { CouncilToReckon } from '../rules/reckon-council';

type CouncilWork =
  { task: 'reckon'; given: CouncilToReckon } | { task: 'invite'; residents: string[]; by: InvitationToDraw };

/**
 * The entry of the thread that reckons chances and list of a council, seconds of work for a hundred kinds of people, and
 * that draws whom to invite, two hashes for each resident of a city.
 */
const work = workerData as CouncilWork;
parentPort?.postMessage(
  work.task === 'reckon' ? await reckonCouncil(work.given) : drawInvited(work.residents, work.by),
);
