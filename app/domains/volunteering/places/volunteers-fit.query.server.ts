import type { ReadContext } from '../../context';
import { codesIn, freeTimeCodes, matchShift, skillCodes } from '../rules/match';
import type { Match } from '../rules/match';

/** How well a time and a place suit each of these people, by what they have said of themselves as volunteers. */
export async function volunteersFit(
  ctx: ReadContext,
  personIds: readonly string[],
  wanted: { startsAt: Date; areaId: string },
): Promise<Map<string, Match>> {
  const profiles = await ctx.database.read.volunteerProfile.findMany({
    where: { personId: { in: [...personIds] } },
  });
  return new Map(
    profiles.map(({ personId, skills, freeTimes, areaId }) => {
      const volunteer = {
        skills: codesIn(skills, skillCodes),
        freeTimes: codesIn(freeTimes, freeTimeCodes),
        areaId,
      };
      return [personId, matchShift(volunteer, { ...wanted, skills: [] }, ctx.configuration.timeZone)];
    }),
  );
}
