import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { Button, DescriptionList, LinkButton, Notice, PageHeader, Table, Time } from '~/components/ui';
import { checkCertificate } from '~/domains/volunteering/certificates/certificate.query.server';
import { InLog } from '~/components/volunteering/certificate-in-log';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { contextOf } from '~/http/actor.server';
import { certificateAsked } from '~/http/forms/certificate-asked';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { certificatePaths } from '~/paths-certificates';
import { textIn } from '~/i18n/catalogue';
import { certificates } from '~/i18n/certificates';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { number, code } = certificateAsked(args.request);
  const asked = number !== '' || code !== '';
  const checked = asked ? await load(args, () => checkCertificate(ctx, { number, code })) : null;
  const title = textIn(ctx.locale, certificates)('check-title');
  // The page is the same, and programs are told as well that there is no such certificate.
  return data({ number, code, checked, title }, { status: checked?.found === false ? 404 : 200 });
}

export const headers = () => ({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' });
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** Anyone checks a certificate: by hand, or by the code that is printed on it. */
export default function Check() {
  const { number, code, checked } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  return (
    <>
      <PageHeader title={t('check-title')} lead={t('check-lead')} />
      {checked && <Answer />}
      <form method="get" className="form">
        <div className="field">
          <label className="field-label" htmlFor="number">
            {t('number')}
          </label>
          <input id="number" name="number" className="control" defaultValue={number} autoComplete="off" />
        </div>
        <div className="field">
          <label className="field-label" htmlFor="code">
            {t('code')}
          </label>
          <input id="code" name="code" className="control" defaultValue={code} autoComplete="off" />
        </div>
        <Button>{t('check')}</Button>
      </form>
    </>
  );
}

function Answer() {
  const { checked, number, code } = useLoaderData<typeof loader>();
  const t = useText(certificates);
  if (!checked?.found) return <Notice kind="warning">{t('not-found')}</Notice>;
  const hours = hoursOf(checked.minutes);
  const named = checked.name && t('declared', { value: checked.name });
  return (
    <div className="stack">
      <Verdict revoked={checked.revokedAt !== null} altered={checked.inLog?.altered === true} />
      {checked.changed && !checked.revokedAt && <Notice kind="warning">{t('changed')}</Notice>}
      <DescriptionList
        items={[
          { label: t('number'), value: checked.number },
          { label: t('organisation'), value: checked.organisation },
          { label: t('hours'), value: t('hours-value', { hours }) },
          { label: t('issued'), value: <Time value={checked.issuedAt} format="date" /> },
          {
            label: t('revoked'),
            value: checked.revokedAt && <Time value={checked.revokedAt} format="date" />,
          },
          { label: t('name'), value: named ?? t('not-shown') },
          { label: t('service'), value: checked.items ? '' : t('not-shown') },
        ]}
      />
      {checked.items && <CheckedItems items={checked.items} />}
      {checked.inLog && <InLog inLog={checked.inLog} proof={certificatePaths.proof(number, code)} />}
      {!checked.revokedAt && !checked.inLog?.altered && (
        <p>
          <LinkButton variant="secondary" to={certificatePaths.checkedPdf(number, code)} reloadDocument>
            {t('as-pdf')}
          </LinkButton>
        </p>
      )}
      <p>{t('law')}</p>
    </div>
  );
}

function Verdict({ revoked, altered }: { revoked: boolean; altered: boolean }) {
  const t = useText(certificates);
  const holds = !revoked && !altered;
  return (
    <Notice kind={holds ? 'success' : 'error'}>
      {t(altered ? 'check-altered' : revoked ? 'check-revoked' : 'check-holds')}
    </Notice>
  );
}

function CheckedItems({
  items,
}: {
  items: readonly { activity: string; startsAt: string; minutes: number }[];
}) {
  const t = useText(certificates);
  return (
    <Table
      caption={t('service')}
      rows={items}
      rowKey={({ startsAt, activity }) => `${startsAt}${activity}`}
      columns={[
        { key: 'activity', header: t('activity'), cell: ({ activity }) => activity },
        { key: 'date', header: t('date'), cell: ({ startsAt }) => <Time value={startsAt} format="date" /> },
        {
          key: 'hours',
          header: t('item-hours'),
          cell: ({ minutes }) => hoursOf(minutes),
          numeric: true,
        },
      ]}
    />
  );
}
