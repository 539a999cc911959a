import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  ConfirmForm,
  DescriptionList,
  Field,
  Form,
  PageHeader,
  Section,
  TextArea,
  Time,
} from '~/components/ui';
import { appealSanction, liftSanction, sanctionPage } from '~/domains/moderation/index.server';
import { liftSchema } from '~/domains/moderation/sanctions/schema';
import { appealSchema } from '~/domains/moderation/schema';
import { areaTrail } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { moderationLog } from '~/i18n/moderation-log';
import { sanctions } from '~/i18n/sanctions';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const sanction = await load(args, () => sanctionPage(ctx, args.params.id ?? ''));
  const trail = await areaTrail(ctx, sanction.areaId);
  const area = trail.map(({ name }) => name).join(' › ');
  return { sanction, area, title: textIn(ctx.locale, sanctions)('title') };
}

async function done(args: RouteArgs, id: string, key: 'flash-appealed' | 'flash-lifted') {
  const message = textIn(requirePerson(args).locale, sanctions)(key);
  return redirect(paths.sanction(id), { headers: { 'Set-Cookie': await flash(args, message) } });
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  if ((await readForm(args.request)).get('intent') === 'lift')
    return runForm(args, liftSchema, async ({ reason }) => {
      await liftSanction(ctx, { id, reason });
      return done(args, id, 'flash-lifted');
    });
  return runForm(args, appealSchema, async ({ words }) => {
    await appealSanction(ctx, { id, words });
    return done(args, id, 'flash-appealed');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Sanction() {
  const { sanction } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(sanctions);
  return (
    <div className="narrow stack">
      <PageHeader title={t('title')} lead={t('lead')} />
      <p>{t('untouched')}</p>
      <Facts />
      {sanction.mayLift && (
        <ConfirmForm
          intent="lift"
          trigger={t('lift')}
          title={t('lift-title')}
          state={state}
          reason={t('reason')}
        />
      )}
      <Appealed />
      {sanction.mayAppeal && <AppealForm />}
    </div>
  );
}

function Facts() {
  const { sanction, area } = useLoaderData<typeof loader>();
  const { level, ground, reason, createdAt, endsAt, stands, endedAs, endedReason } = sanction;
  const t = useText(sanctions);
  const ofLog = useText(moderationLog);
  const [levelKey, groundKey] = [`level.${level}`, `ground.${ground}`];
  const stateKey = `state.${stands ? 'stands' : (endedAs ?? 'expired')}`;
  return (
    <DescriptionList
      items={[
        { label: t('level'), value: hasKey(sanctions, levelKey) ? t(levelKey) : level },
        { label: t('state'), value: hasKey(sanctions, stateKey) && t(stateKey) },
        { label: t('ground'), value: hasKey(moderationLog, groundKey) ? ofLog(groundKey) : ground },
        { label: t('reason'), value: reason },
        {
          label: t('about'),
          value: <Link to={paths.hiding(sanction.subjectKind, sanction.subjectId)}>{t('about-link')}</Link>,
        },
        { label: t('area'), value: area },
        { label: t('from'), value: <Time value={createdAt} /> },
        { label: t('until'), value: endsAt ? <Time value={endsAt} /> : t('until-lifted') },
        ...(endedReason ? [{ label: t('ended-reason'), value: endedReason }] : []),
        { label: t('appeal-until'), value: <Time value={sanction.until} format="date" /> },
      ]}
    />
  );
}

/** What was said against it, and the answer or until when it is due. */
function Appealed() {
  const { appeal } = useLoaderData<typeof loader>().sanction;
  const t = useText(sanctions);
  if (!appeal) return null;
  const result = !appeal.decidedAt
    ? 'appeal-waits'
    : appeal.decision === 'sanction-stands'
      ? 'appeal-dismissed'
      : 'appeal-upheld';
  return (
    <Section title={t('appeal-title')}>
      <DescriptionList
        items={[
          { label: t('appeal-at'), value: <Time value={appeal.at} /> },
          { label: t('appeal-words'), value: appeal.words },
          { label: t('appeal-result'), value: t(result) },
          ...(appeal.answer ? [{ label: t('appeal-answer'), value: appeal.answer }] : []),
          ...(appeal.dueAt && !appeal.decidedAt
            ? [{ label: t('appeal-due'), value: <Time value={appeal.dueAt} format="date" /> }]
            : []),
        ]}
      />
    </Section>
  );
}

function AppealForm() {
  const { answeredInDays } = useLoaderData<typeof loader>().sanction;
  const state = useActionData<typeof action>()?.form;
  const t = useText(sanctions);
  return (
    <Section title={t('appeal-title')}>
      <Form state={state} intent="appeal">
        <Field
          name="words"
          label={t('appeal-words')}
          hint={t('appeal-hint', { days: answeredInDays })}
          required
        >
          <TextArea rows={5} maximum={2000} />
        </Field>
        <Button>{t('appeal-submit')}</Button>
      </Form>
    </Section>
  );
}
