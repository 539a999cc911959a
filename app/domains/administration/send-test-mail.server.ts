import type { Context } from '../context';
import { doOnce } from '../do-once.server';
import { DomainError, ensure } from '../domain-error';
import { confirmedEmailOf, portalTops } from '../identity/index.server';
import { mayAdministerPortal } from '../identity/policy';
import { textIn } from '~/i18n/catalogue';
import { mails } from '~/i18n/mails';
import { paths } from '~/paths';
import { queueMail } from '~/platform/mail/queue-mail.server';

/** Sends a mail to the administrator's own address, by the way that every mail takes. Answers the address. */
export async function sendTestMail(ctx: Context): Promise<string> {
  ensure(mayAdministerPortal(ctx.actor, await portalTops(ctx)));
  const { actor, locale, configuration } = ctx;
  if (actor.kind !== 'person') throw new DomainError('forbidden', { reason: 'signed-out' });
  const { personId, displayName: name } = actor;
  const recipient = await confirmedEmailOf(ctx, personId);
  if (recipient === null) throw new DomainError('forbidden', { reason: 'signed-out' });
  const t = textIn(locale, mails);
  await doOnce(ctx, 'administration.test-mail', (ctx) =>
    queueMail(ctx, ctx, {
      ...{ recipient, personId, locale, unsubscribeUrl: null, at: ctx.clock.now() },
      subject: t('test-subject'),
      paragraphs: [t('greeting', { name }), t('test-body', { from: configuration.mailFrom })],
      action: { label: t('test-action'), url: `${configuration.publicUrl}${paths.administration}` },
      footer: [],
    }),
  );
  return recipient;
}
