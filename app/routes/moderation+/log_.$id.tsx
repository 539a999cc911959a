import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { DecidedMatter, DecisionReason, useDecisionWords } from '~/components/moderation/logged-decision';
import { DescriptionList, LinkButton, PageHeader, Time } from '~/components/ui';
import { loggedDecision } from '~/domains/moderation/index.server';
import { areaNames } from '~/domains/territory/index.server';
import { contextOf } from '~/http/actor.server';
import { load } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { moderationLog } from '~/i18n/moderation-log';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const decision = await load(args, () => loggedDecision(ctx, args.params.id ?? ''));
  const names = await areaNames(ctx, [decision.areaId]);
  const title = textIn(ctx.locale, moderationLog)('log-decision-title');
  return { decision, area: names[decision.areaId], title };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function LoggedDecision() {
  const { decision, area } = useLoaderData<typeof loader>();
  const t = useText(moderationLog);
  const words = useDecisionWords();
  return (
    <div className="narrow stack">
      <PageHeader title={t('log-decision-title')} lead={t('log-decision-lead')} />
      <DescriptionList
        items={[
          { label: t('log-kind'), value: words.kind(decision.kind) },
          { label: t('log-matter'), value: <DecidedMatter decision={decision} /> },
          { label: t('log-area'), value: area },
          { label: t('log-open'), value: <Time value={decision.createdAt} /> },
          { label: t('log-time'), value: <Time value={decision.decidedAt} /> },
          { label: t('log-decision'), value: words.decision(decision.decision) },
          { label: t('log-reason'), value: <DecisionReason decision={decision} whole /> },
        ]}
      />
      <LinkButton variant="secondary" to={paths.moderationLog}>
        {t('log-back')}
      </LinkButton>
    </div>
  );
}
