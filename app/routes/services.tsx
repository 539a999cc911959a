import { data } from '@remix-run/node';
import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link } from '@remix-run/react';
import { PageHeader, Section } from '~/components/ui';
import { contextOf } from '~/http/actor.server';
import { pageTitle } from '~/http/answers/page-title';
import { textIn } from '~/i18n/catalogue';
import { services } from '~/i18n/services';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export function loader(args: LoaderFunctionArgs) {
  const title = textIn(contextOf(args).locale, services)('title');
  // The same for everybody: no event changes it.
  return data({ title }, { headers: { 'X-Cache-Topics': 'areas' } });
}

export const headers = ({ loaderHeaders }: { loaderHeaders: Headers }) => loaderHeaders;
export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

const groups = {
  speak: [
    ['new-feedback', paths.newFeedback],
    ['new-proposal', paths.newProposal],
  ],
  discuss: [
    ['proposals', paths.proposals],
    ['conversations', paths.conversations],
    ['ballots', paths.ballots],
    ['meetings', paths.meetings],
    ['councils', paths.councils],
  ],
  do: [
    ['volunteering', paths.volunteering],
    ['agreements', paths.agreements],
    ['care', paths.care],
  ],
  see: [
    ['feedback', paths.feedback],
    ['work-orders', paths.workOrders],
    ['responsibilities', paths.responsibilities],
    ['statistics', paths.statistics],
    ['insights', paths.insights],
    ['areas', paths.areas],
    ['search', paths.search],
  ],
} as const;

/** Everything that people can do here, by what they come for. */
export default function Services() {
  const t = useText(services);
  return (
    <>
      <PageHeader title={t('title')} lead={t('lead')} />
      {(['speak', 'discuss', 'do', 'see'] as const).map((group) => (
        <Section key={group} title={t(`group.${group}`)}>
          <ul className="more-links">
            {groups[group].map(([name, to]) => (
              <li key={name}>
                <Link to={to}>
                  {t(`name.${name}`)}
                  <span className="field-hint">{t(`hint.${name}`)}</span>
                </Link>
              </li>
            ))}
          </ul>
        </Section>
      ))}
    </>
  );
}
