import type { PersonActor } from '../../actor';
import type { ReadContext } from '../../context';
import { areaTrail } from '../../territory/index.server';
import { codesIn, skillCodes } from '../rules/match';
import { textIn } from '~/i18n/catalogue';
import type { Locale } from '~/i18n/locale';
import { punctuationOf } from '~/i18n/punctuation';
import { volunteering } from '~/i18n/volunteering';

/** Of article 5 what a volunteer says of themselves: skills, kinds of service, and the area; empty where nothing is said. */
export interface StatedFacts {
  skills: string;
  services: string;
  area: string;
}

/** As the actor gave it, and no more: nothing is taken from the account or from what was served. */
export async function statedFacts(
  ctx: ReadContext & { actor: PersonActor },
  locale: Locale = ctx.locale,
): Promise<StatedFacts> {
  const { personId } = ctx.actor;
  const kept = await ctx.database.read.volunteerProfile.findUnique({ where: { personId } });
  const t = textIn(locale, volunteering);
  const trail = kept?.areaId ? await areaTrail(ctx, kept.areaId) : [];
  return {
    skills: skillCodes
      .filter((code) => codesIn(kept?.skills ?? '', skillCodes).includes(code))
      .map((code) => t(`skill.${code}`))
      .join(punctuationOf(locale).comma),
    services: kept?.services ?? '',
    area: trail.map(({ name }) => name).join(' '),
  };
}
