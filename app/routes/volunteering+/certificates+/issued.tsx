import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { ConfirmForm, PageHeader, Pagination, StatusBadge, Table, Time } from '~/components/ui';
import { issuedCertificates } from '~/domains/volunteering/certificates/issued-certificates.query.server';
import { revokeCertificate } from '~/domains/volunteering/certificates/revoke-certificate.server';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { revokeSchema } from '~/domains/volunteering/schema';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms/forms.server';
import { listAsked } from '~/http/answers/list-page.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await issuedCertificates(ctx, listAsked(args).cursor);
  return { ...page, title: textIn(ctx.locale, certificates)('issued-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, revokeSchema, async ({ certificateId, reason }) => {
    await revokeCertificate(ctx, certificateId, reason);
    const message = textIn(ctx.locale, certificates)('flash-revoked');
    return redirect(paths.issuedCertificates, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const headers = () => ({ 'Cache-Control': 'no-store' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** For organisations: the certificates over hours that they confirmed, and taking one back where it is wrong. */
export default function IssuedCertificates() {
  const { items, next, title } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  return (
    <>
      <PageHeader title={title} lead={t('issued-lead')} />
      <Table
        caption={title}
        captionHidden
        empty={t('none')}
        rows={items}
        rowKey={({ id }) => id}
        columns={[
          { key: 'number', header: t('number'), cell: ({ number }) => number },
          { key: 'name', header: t('name'), cell: ({ name }) => name },
          { key: 'hours', header: t('item-hours'), cell: ({ minutes }) => hoursOf(minutes), numeric: true },
          {
            key: 'issued',
            header: t('issued'),
            cell: ({ issuedAt }) => <Time value={issuedAt} format="date" />,
          },
          { key: 'state', header: t('holds'), cell: (row) => <Holds row={row} /> },
        ]}
      />
      <Pagination next={next} />
    </>
  );
}

interface HoldsProps {
  row: { id: string; number: string; revokedAt: Date | null; revokedReason: string | null };
}

function Holds({ row }: HoldsProps) {
  const outcome = useActionData<typeof action>();
  const t = useText(certificates);
  if (row.revokedAt)
    return (
      <StatusBadge tone="danger">{t('revoked-because', { reason: row.revokedReason ?? '' })}</StatusBadge>
    );
  return (
    <ConfirmForm
      hidden={{ certificateId: row.id }}
      state={outcome?.form}
      trigger={t('revoke')}
      title={t('revoke-title')}
      description={<p>{t('revoke-organisation-hint', { number: row.number })}</p>}
      variant="quiet"
      size="small"
      danger
      reason={t('reason')}
    />
  );
}
