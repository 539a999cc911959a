import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { LinkButton, PageHeader, Section, Time } from '~/components/ui';
import { Difference } from '~/components/across/difference';
import { agreementVersions } from '~/domains/agreements/drafting/versions.query.server';
import { requirePerson } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const asked = Number(new URL(args.request.url).searchParams.get('version') ?? '');
  const page = await load(args, () =>
    agreementVersions(ctx, args.params.id ?? '', Number.isInteger(asked) && asked > 0 ? asked : null),
  );
  return { ...page, title: textIn(ctx.locale, agreements)('versions') };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function AgreementVersions() {
  const { agreement, versions, shown, difference } = useLoaderData<typeof loader>();
  const t = useText(agreements);
  return (
    <>
      <PageHeader
        title={t('versions')}
        lead={t('versions-lead')}
        actions={
          <LinkButton variant="secondary" to={paths.agreement(agreement.id)}>
            {agreement.title}
          </LinkButton>
        }
      />
      <ul>
        {versions.map(({ version, createdAt, organisation }) => (
          <li key={version}>
            <Link
              to={`${paths.agreementVersions(agreement.id)}?version=${version}`}
              aria-current={version === shown ? 'page' : undefined}
            >
              {t('version-by', { number: version, name: organisation })}
            </Link>{' '}
            <Time value={createdAt} />
          </li>
        ))}
      </ul>
      {shown !== null && (
        <Section title={t('version', { number: shown })}>
          <div className="difference">
            <Difference parts={difference} />
          </div>
        </Section>
      )}
    </>
  );
}
