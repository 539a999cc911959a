import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { PageHeader, Table } from '~/components/ui';
import { strikingHours } from '~/domains/volunteering/points/striking-hours.query.server';
import { hoursOf } from '~/domains/volunteering/rules/hours';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { volunteerPoints } from '~/i18n/volunteer-points';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const pairs = await load(args, () => strikingHours(ctx));
  return { pairs, title: textIn(ctx.locale, volunteerPoints)('striking-title') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** For moderators: who confirmed strikingly much for whom. */
export default function StrikingHours() {
  const { pairs } = useLoaderData<typeof loader>();
  const t = useText(volunteerPoints);
  return (
    <>
      <PageHeader title={t('striking-title')} lead={t('striking-lead')} />
      <Table
        caption={t('striking-title')}
        captionHidden
        empty={t('striking-none')}
        rows={pairs}
        rowKey={({ key }) => key}
        columns={[
          { key: 'volunteer', header: t('volunteer'), cell: ({ volunteer }) => volunteer },
          { key: 'confirmer', header: t('confirmer'), cell: ({ confirmer }) => confirmer },
          {
            key: 'hours',
            header: t('confirmed-hours'),
            cell: ({ minutes }) => hoursOf(minutes),
            numeric: true,
          },
          { key: 'why', header: t('why'), cell: ({ mutual }) => t(mutual ? 'why-mutual' : 'why-much') },
        ]}
      />
    </>
  );
}
