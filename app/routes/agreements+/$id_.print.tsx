import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader, Time } from '~/components/ui';
import { AgreementState } from '~/components/agreements/agreement-state';
import { AgreementText } from '~/components/agreements/agreement-text';
import { agreementPage } from '~/domains/agreements/agreement-page.query.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { agreement, organisations } = await load(args, () => agreementPage(ctx, args.params.id ?? ''));
  const address = `${ctx.configuration.publicUrl}${paths.agreement(agreement.id)}`;
  return { agreement, organisations, address, now: ctx.clock.now() };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.agreement.title);

/** The agreement for paper: the frame of the site is left out when it is printed. */
export default function PrintAgreement() {
  const { agreement, organisations, address, now } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader
        title={agreement.title}
        badges={<AgreementState state={agreement.fits ? agreement.state : 'altered'} />}
      />
      <AgreementText agreement={agreement} organisations={organisations} />
      <p>
        {t('printed')} <Time value={now} /> · <span className="break-all">{address}</span>
      </p>
    </>
  );
}
