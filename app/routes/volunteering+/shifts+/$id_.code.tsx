import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData, useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';
import { LinkButton, PageHeader, QrCode, Time, TimeSpan } from '~/components/ui';
import { currentCode } from '~/domains/volunteering/attendance/check-in-code.server';
import { codePage } from '~/domains/volunteering/attendance/check-in-page.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { qrSquares } from '~/platform/qr/qr-code.server';
import { textIn } from '~/i18n/catalogue';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const { shift, opportunity } = await load(args, () => codePage(ctx, args.params.id ?? ''));
  const { code, until } = currentCode(ctx, shift.id);
  return {
    shift,
    opportunity,
    code,
    until,
    /** After so many seconds the browser asks for the next. */
    seconds: Math.max(1, Math.ceil((until.getTime() - ctx.clock.now().getTime()) / 1000)),
    qr: qrSquares(`${ctx.configuration.publicUrl}${paths.checkIn(shift.id)}?code=${code}`),
    title: textIn(ctx.locale, volunteerDesk)('code-title'),
  };
}

export const headers = () => ({ 'Cache-Control': 'no-store' });

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** Asks for the next code once this one is over: the digits change in their place, and nothing else moves. */
function useNextCode(seconds: number, until: Date): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setTimeout(revalidate, seconds * 1000);
    return () => clearTimeout(timer);
  }, [seconds, until, revalidate]);
}

/** For the organiser's screen: the code of the minute. It asks for the next by itself; without scripts by a button. */
export default function CheckInCode() {
  const { shift, opportunity, code, until, seconds, qr } = useLoaderData<typeof loader>();
  const t = useText(volunteerDesk);
  useNextCode(seconds, until);
  return (
    <>
      <PageHeader
        title={t('code-title')}
        lead={t('code-lead')}
        meta={
          <>
            <Link to={paths.opportunity(opportunity.id)}>{opportunity.title}</Link>
            <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
          </>
        }
      />
      <div className="check-in-code">
        <QrCode {...qr} label={t('code-qr')} />
        <p className="check-in-digits">
          {code.slice(0, 3)} {code.slice(3)}
        </p>
        <p>
          {t('code-next')}
          <Time value={until} format="time" />
        </p>
      </div>
      <div className="form-actions">
        <LinkButton variant="secondary" to={paths.checkInCode(shift.id)} reloadDocument>
          {t('code-refresh')}
        </LinkButton>
        <LinkButton variant="quiet" to={paths.shiftRoster(shift.id)}>
          {t('roster')}
        </LinkButton>
      </div>
    </>
  );
}
