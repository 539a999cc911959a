import { roles } from '../../actor';
import type { Role } from '../../actor';
import type { Context, ReadContext, TransactionContext } from '../../context';
import { doOnceWithSecret } from '../../do-once.server';
import { DomainError } from '../../domain-error';
import { personOf } from '../../person-of';
import { openAreasNamed } from '../../territory/index.server';
import { mayGrantRole } from '../policy';
import { administeredAreas } from '../roles.server';
import { mostInvited, readInvitations } from '../rules/read-invitations';
import type { ListedInvitation, ListFault } from '../rules/read-invitations';
import { ensureFewOpen, writeInvitation } from './invite-to-role.server';
import { textIn } from '~/i18n/catalogue';
import { locales } from '~/i18n/locale';
import { mails } from '~/i18n/mails';
import { moderation } from '~/i18n/moderation';
import { readTable } from '~/lib/csv/read-xlsx';
import { randomToken } from '~/platform/crypto/tokens.server';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { newId } from '~/platform/ids';
import { paths } from '~/paths';

export interface InvitedLine {
  name: string;
  role: Role;
  areaId: string;
  /** Where the link went by mail; null where it is handed over. */
  mailedTo: string | null;
  /** The secret part of a link that is handed over. */
  secret: string | null;
}

export type ListOutcome = { faults: ListFault[] } | { faults: []; invited: InvitedLine[] };

type Planned = Omit<ListedInvitation, 'role' | 'area'> & { role: Role; areaId: string };

const roleNamed = (word: string): Role | undefined =>
  roles.find((role) => word === role || locales.some((l) => word === textIn(l, moderation)(`role.${role}`)));

/** The lines with their roles and areas, and what stands against a line that can be read. */
async function plan(ctx: ReadContext, lines: readonly ListedInvitation[]) {
  const named = await openAreasNamed(ctx, {
    words: lines.map(({ area }) => area),
    scope: administeredAreas(ctx),
  });
  const faults: ListFault[] = [];
  const planned = lines.flatMap(({ role: word, area, ...line }): Planned[] => {
    const role = roleNamed(word);
    const [areaId, ...others] = named.get(area) ?? [];
    if (!role) faults.push({ line: line.line, fault: 'fault.role', value: word });
    if (areaId === undefined || !mayGrantRole(ctx.actor, areaId).allowed)
      faults.push({ line: line.line, fault: 'fault.area', value: area });
    else if (others.length > 0) faults.push({ line: line.line, fault: 'fault.area-twice', value: area });
    return role && areaId !== undefined ? [{ ...line, role, areaId }] : [];
  });
  return { planned, faults };
}

/** The link by mail, in the language in which the list was sent. */
async function mailLink(
  ctx: TransactionContext,
  { email, days, secret, role }: { email: string; days: number; secret: string; role: Role },
): Promise<void> {
  const t = textIn(ctx.locale, mails);
  const portal = await ctx.subjects.portalName(ctx, ctx.locale);
  const name = textIn(ctx.locale, moderation)(`role.${role}`);
  await queueMail(ctx, ctx, {
    ...{ recipient: email, personId: null, unsubscribeUrl: null, at: ctx.clock.now(), locale: ctx.locale },
    subject: t('role-subject', { role: name }),
    paragraphs: [t('role-body', { role: name, days, portal })],
    action: { label: t('role-action'), url: ctx.configuration.publicUrl + paths.invitation(secret) },
    footer: [t('not-you')],
  });
}

/**
 * Invites everybody on a list (name, mail or none, role, area). With any bad line nobody is invited, and each is named.
 * Where the portal sends mail and a line has an address the link goes there; the others are answered, to be printed: they
 * are kept nowhere. Throws `forbidden` for who administers nothing, `conflict` beyond the number of open invitations.
 */
export async function inviteByList(
  ctx: Context,
  { table, days }: { table: Uint8Array | string; days: number },
): Promise<ListOutcome> {
  if (administeredAreas(ctx).length === 0)
    throw new DomainError('forbidden', { reason: 'identity.administrators-only' });
  const { lines, faults } = readInvitations(await readTable(table, { mostRows: mostInvited }));
  const { planned, faults: more } = await plan(ctx, lines);
  const all = [...faults, ...more].sort((a, b) => a.line - b.line);
  if (all.length > 0) return { faults: all };
  const byMail = ctx.configuration.smtpUrl !== '';
  const done = await doOnceWithSecret(ctx, 'role.invite-list', async (ctx) => {
    const listId = newId(ctx.clock.now());
    await ensureFewOpen(ctx, personOf(ctx), planned.length);
    const invited: InvitedLine[] = [];
    for (const { name, email, role, areaId } of planned) {
      const secret = randomToken();
      await writeInvitation(ctx, { role, areaId, forWhom: name, days, secret, listId });
      const mailed = byMail && email !== '';
      if (mailed) await mailLink(ctx, { email, days, secret, role });
      invited.push({ name, role, areaId, mailedTo: mailed ? email : null, secret: mailed ? null : secret });
    }
    return { id: listId, secret: JSON.stringify(invited) };
  });
  return { faults: [], invited: JSON.parse(done.secret) as InvitedLine[] };
}
