import { demoPictures } from './pictures/demo-pictures.server';
import type { Actor } from '../../app/domains/actor';
import type { Context } from '../../app/domains/context';
import { resolvePerson } from '../../app/domains/identity/index.server';
import { contextFor } from '../../app/http/server/services.server';
import type { Services } from '../../app/http/server/services.server';
import { fixedClock } from '../../app/platform/clock';

const day = 24 * 3600_000;

/** A world in which the story of the demo is told: people act at times relative to today. */
export function demoWorld(services: Services) {
  const today = services.clock.now();
  const clock = fixedClock(today);
  const told: Services = { ...services, clock };
  const as = (actor: Actor): Context => contextFor(told, actor, 'zh-CN');
  return {
    today,
    pictures: demoPictures(),
    /** The instant so many days before today (negative: after it), at an hour of the portal's day. */
    at: (daysAgo: number, hour = 10): Date => {
      const local = new Date(today.getTime() - daysAgo * day + 8 * 3600_000);
      return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate(), hour - 8));
    },
    moveTo: (instant: Date) => clock.set(instant),
    system: () => as({ kind: 'system' }),
    as: async (personId: string, organisationId?: string) =>
      as(await resolvePerson(services.database, personId, organisationId ?? null)),
  };
}
export type DemoWorld = ReturnType<typeof demoWorld>;
