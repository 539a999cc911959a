import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { EmptyState, PageHeader, Time } from '~/components/ui';
import { recentMails } from '~/domains/notifications/index.server';
import { contextOf } from '~/http/actor.server';
import { whereMailGoes } from '~/http/answers/where-mail-goes';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';

/** Only where the demo runs and nothing is really sent: mails hold links that let their reader in. */
export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  if (whereMailGoes(ctx.configuration) !== 'mailbox') throw data({ reason: null }, { status: 404 });
  const mails = await recentMails(ctx);
  const shown = mails.map(({ id, recipient, subject, text, createdAt }) => ({
    id,
    recipient,
    subject,
    text,
    createdAt,
  }));
  return { mails: shown, title: textIn(ctx.locale, community)('mailbox.title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Mailbox() {
  const { mails } = useLoaderData<typeof loader>();
  const t = useText(community);
  return (
    <div className="stack">
      <PageHeader title={t('mailbox.title')} lead={t('mailbox.lead')} />
      {mails.length === 0 && (
        <EmptyState title={t('mailbox.empty-title')}>{t('mailbox.empty-body')}</EmptyState>
      )}
      {mails.map((mail) => (
        <article key={mail.id} className="panel">
          <h2>{mail.subject}</h2>
          <p className="card-meta">
            {t('mailbox.to')} {mail.recipient} · <Time value={mail.createdAt} />
          </p>
          <p className="pre-line">
            <Linked text={mail.text} />
          </p>
        </article>
      ))}
    </div>
  );
}

/** The words with their links to be followed. */
function Linked({ text }: { text: string }) {
  return text.split(/(https?:\/\/\S+)/).map((part, index) =>
    index % 2 === 1 ? (
      <a key={index} href={part} className="break-all">
        {part}
      </a>
    ) : (
      part
    ),
  );
}
