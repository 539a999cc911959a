import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useLoaderData } from '@remix-run/react';
import { PageHeader } from '~/components/ui';
import { areaTree } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import { areaLevels } from '~/lib/division-code';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const areas = await areaTree(ctx);
  return data(
    { areas, title: textIn(ctx.locale, community)('areas.title') },
    { headers: { 'X-Cache-Topics': 'areas' } },
  );
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Areas() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText(community);
  const depth = (level: string) => areaLevels.findIndex((name) => name === level);
  return (
    <>
      <PageHeader title={t('areas.title')} lead={t('areas.lead')} />
      <ul className="linked-matters">
        {areas.map((area) => {
          const key = `level.${area.level}`;
          return (
            <li key={area.id} style={{ paddingInlineStart: `${depth(area.level)}rem` }}>
              <Link to={paths.area(area.id)}>{area.name}</Link>{' '}
              <small>{hasKey(community, key) ? t(key) : area.level}</small>
            </li>
          );
        })}
      </ul>
    </>
  );
}
