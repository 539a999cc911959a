import { data } from '@remix-run/node';
import type { ActionFunctionArgs } from '@remix-run/node';
import { z } from 'zod';
import { requirePerson } from '../actor.server';
import type { PersonContext } from '../actor.server';
import { runForm } from '../forms/forms.server';
import { decline, volunteer } from '~/domains/councils/seats/answer-invitation.server';
import { nameAuditor } from '~/domains/councils/drawing/auditors.server';
import { changeBounds } from '~/domains/councils/change-council.server';
import { acceptRelaxation, checkQuotas } from '~/domains/councils/drawing/check-quotas.server';
import { drawPanel } from '~/domains/councils/drawing/draw.server';
import { cancelCouncil, closeCouncil } from '~/domains/councils/end-council.server';
import { inviteByLot } from '~/domains/councils/seats/invite-by-lot.server';
import { nameSource } from '~/domains/councils/drawing/name-source.server';
import { publishList } from '~/domains/councils/drawing/publish-list.server';
import * as schema from '~/domains/councils/schema';
import { acceptSeat, leaveSeat, seatCouncil } from '~/domains/councils/seats/seats.server';
import { textIn } from '~/i18n/catalogue';
import { councilDesk } from '~/i18n/council-desk';
import { councils } from '~/i18n/councils';
import type { Locale } from '~/i18n/locale';

/** Leads to the page after the act, with what it did in words. */
type Back = (message: string) => Promise<Response>;

interface Asked {
  args: ActionFunctionArgs;
  ctx: PersonContext;
  id: string;
  back: Back;
}

type Said = (locale: Locale) => string;

/** A form of a council: its fields, what it says when it is done, and the use case. */
function form<Schema extends z.ZodType>(
  fields: Schema,
  says: Said,
  act: (ctx: PersonContext, id: string, input: z.output<Schema>) => Promise<unknown>,
) {
  return ({ args, ctx, id, back }: Asked) =>
    runForm(args, fields, async (input) => {
      await act(ctx, id, input);
      return back(says(ctx.locale));
    });
}

const nothing = z.object({});

/** What those who were invited do on the council's page. */
export const ownActs = {
  volunteer: form(
    schema.volunteerSchema,
    (locale) => textIn(locale, councils)('flash-volunteered'),
    volunteer,
  ),
  decline: form(nothing, (locale) => textIn(locale, councils)('flash-declined'), decline),
  accept: form(schema.acceptSchema, (locale) => textIn(locale, councils)('flash-accepted'), acceptSeat),
  'give-up': form(
    nothing,
    (locale) => textIn(locale, councils)('flash-left'),
    (ctx, id) => leaveSeat(ctx, id),
  ),
};

const desk =
  (key: 'flash-invited' | DeskFlash): Said =>
  (locale) =>
    textIn(locale, councilDesk)(key);
type DeskFlash = Extract<keyof (typeof councilDesk)['en'], `flash-${string}`>;

/** What whoever organises a council does at their desk. */
export const deskActs = {
  invite: form(schema.inviteSchema, desk('flash-invited'), inviteByLot),
  bounds: form(schema.boundsSchema, desk('flash-bounds'), changeBounds),
  'try-bounds': form(schema.boundsSchema, desk('flash-tried'), (ctx, id, { version, quotas }) =>
    checkQuotas(ctx, id, { version, tried: quotas }),
  ),
  check: form(schema.versionSchema, desk('flash-checked'), (ctx, id, { version }) =>
    checkQuotas(ctx, id, { version }),
  ),
  relax: form(schema.relaxSchema, desk('flash-relaxed'), acceptRelaxation),
  list: form(schema.listSchema, desk('flash-listed'), publishList),
  source: form(schema.sourceSchema, desk('flash-source'), nameSource),
  draw: form(schema.drawSchema, desk('flash-drawn'), drawPanel),
  vacate: form(schema.vacateSchema, desk('flash-vacated'), (ctx, id, { candidateId }) =>
    leaveSeat(ctx, id, candidateId),
  ),
  seat: form(nothing, desk('flash-seated'), seatCouncil),
  close: form(nothing, desk('flash-closed'), closeCouncil),
  cancel: form(schema.cancelSchema, desk('flash-cancelled'), (ctx, id, { reason }) =>
    cancelCouncil(ctx, id, reason),
  ),
  auditor: form(schema.auditorSchema, desk('flash-auditor'), nameAuditor),
};

/** Does what a form of a page of a council asks for; answers 400 to what is none of them. */
export async function councilAction<Acts extends Record<string, (asked: Asked) => Promise<unknown>>>(
  args: ActionFunctionArgs,
  { acts, intent, back }: { acts: Acts; intent: string; back: Back },
): Promise<Awaited<ReturnType<Acts[keyof Acts]>>> {
  const ctx = requirePerson(args);
  const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
  if (!act) throw data({ reason: null }, { status: 400 });
  return (await act({ args, ctx, id: args.params.id ?? '', back })) as Awaited<ReturnType<Acts[keyof Acts]>>;
}
