import type { ReadContext } from '../context';
import { areasOfRoles } from '../actor';
import { ensure } from '../domain-error';
import { portalTops, sendsTexts } from '../identity/index.server';
import { mayAdministerPortal, mayOpenAdministration } from '../identity/policy';
import { daysWithoutBackup, newestBackup } from '~/platform/backup/newest-backup';
import { readKept } from '~/platform/db/kept-values.server';
import { textsOfDay } from '~/platform/sms/texts-of-day.server';
import { deadJobs, jobsDueBefore } from '~/platform/jobs/dead-jobs.server';

const minute = 60_000;
/** A job that waits for longer is late: the worker looks each second. */
const lateMinutes = 15;

/** What an administrator sees first: what is still to be set up, and what fails. */
export async function administrationHome(ctx: ReadContext) {
  ensure(mayOpenAdministration(ctx.actor));
  const areaIds = areasOfRoles(ctx.actor, ['administrator']);
  const whole = mayAdministerPortal(ctx.actor, await portalTops(ctx)).allowed;
  const [steps, running] = await Promise.all([setUpSteps(ctx, areaIds), whole ? runningState(ctx) : null]);
  return { areaIds, whole, steps, running };
}

/** How the text messages of today went, and what is left of the day. */
async function textsOfToday({ database, clock, configuration }: ReadContext) {
  const counted = await textsOfDay(database, configuration.timeZone, clock.now());
  const { from, signature, mostInADay } = configuration.sms;
  return { ...counted, from, signature, mostInADay };
}

async function setUpSteps(ctx: ReadContext, areaIds: readonly string[]) {
  return Promise.all(
    ctx.subjects.setUp.map(async ({ name, at, wholePortal = false, count }) => ({
      ...{ name, at, wholePortal },
      count: await count(ctx, areaIds),
    })),
  );
}

async function runningState(ctx: ReadContext) {
  const { database, clock, configuration } = ctx;
  const now = clock.now();
  const [dead, late, backup] = await Promise.all([
    deadJobs(database),
    jobsDueBefore(database, new Date(now.getTime() - lateMinutes * minute)),
    readKept(database, newestBackup),
  ]);
  const age = backup === null ? null : now.getTime() - new Date(backup).getTime();
  return {
    ...{ dead, late, backup },
    backupIsOld: age === null || age > daysWithoutBackup * 24 * 60 * minute,
    mailServer: configuration.smtpUrl !== '',
    mailFrom: configuration.mailFrom,
    texts: sendsTexts(ctx) ? await textsOfToday(ctx) : null,
  };
}
