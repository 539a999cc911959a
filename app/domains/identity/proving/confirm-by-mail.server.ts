import { randomInt } from 'node:crypto';
import type { Context, TransactionContext } from '../../context';
import { inTransaction } from '../../in-transaction.server';
import { DomainError } from '../../domain-error';
import { queueMail } from '~/platform/mail/queue-mail.server';
import { textIn } from '~/i18n/catalogue';
import { isLocale } from '~/i18n/locale';
import { mails } from '~/i18n/mails';

const minutesValid = 15;
const digits = 6;

/** What a code confirms: of a purpose and a thing, so that a code for one act is none for another. */
export interface ConfirmedAct {
  purpose: 'sign';
  subjectId: string;
}

interface Coded {
  personId: string;
  act: ConfirmedAct;
  code: string;
}

const textOf = ({ personId, act, code }: Coded) =>
  ['code', act.purpose, act.subjectId, personId, code].join('|');

const purposeOf = ({ purpose, subjectId }: ConfirmedAct) => `${purpose}:${subjectId}`;

/** Makes a code of six digits for one act of the acting person; those made before for it hold no longer. */
export async function makeCode(ctx: TransactionContext, act: ConfirmedAct) {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const person = await ctx.prisma.person.findUniqueOrThrow({ where: { id: ctx.actor.personId } });
  const code = String(randomInt(10 ** digits)).padStart(digits, '0');
  const now = ctx.clock.now();
  await ctx.prisma.mailToken.deleteMany({ where: { personId: person.id, purpose: purposeOf(act) } });
  await ctx.prisma.mailToken.create({
    data: {
      ...{
        tokenHash: ctx.keys.hash(textOf({ personId: person.id, act, code })),
        personId: person.id,
        purpose: purposeOf(act),
      },
      ...{ email: person.email, createdAt: now, expiresAt: new Date(now.getTime() + minutesValid * 60_000) },
    },
  });
  return { code, person };
}

/** Mails the acting person a code for one act; `title` says which. */
export async function mailCode(ctx: Context, act: ConfirmedAct, title: string): Promise<void> {
  await inTransaction(ctx, async (ctx) => {
    const { code, person } = await makeCode(ctx, act);
    const locale = isLocale(person.locale) ? person.locale : 'zh-CN';
    const t = textIn(locale, mails);
    await queueMail(ctx, ctx, {
      ...{ recipient: person.email, personId: person.id, unsubscribeUrl: null, at: ctx.clock.now(), locale },
      subject: t('code-subject'),
      paragraphs: [
        t('greeting', { name: person.displayName }),
        t('code-body', { title, code, minutes: minutesValid }),
      ],
      footer: [t('code-not-you')],
    });
  });
}

/** Uses a code up. Throws `invalid` at the field `code` where it is not the one that was mailed, or too old. */
export async function takeCode(ctx: TransactionContext, act: ConfirmedAct, code: string): Promise<void> {
  if (ctx.actor.kind !== 'person') throw new DomainError('signed-out');
  const { count } = await ctx.prisma.mailToken.deleteMany({
    where: {
      tokenHash: { in: ctx.keys.hashes(textOf({ personId: ctx.actor.personId, act, code })) },
      purpose: purposeOf(act),
      expiresAt: { gt: ctx.clock.now() },
    },
  });
  if (count === 0) throw new DomainError('invalid', { field: 'code', reason: 'identity.wrong-code' });
}
