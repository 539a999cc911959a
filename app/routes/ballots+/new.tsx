import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaSelect,
  Button,
  CheckboxGroup,
  DateTimeInput,
  Field,
  Form,
  MarkdownEditor,
  PageHeader,
  RadioGroup,
  TextArea,
  TextInput,
} from '~/components/ui';
import { createBallot } from '~/domains/ballots/create-ballot.server';
import {
  ballotKinds,
  ballotStandings,
  newBallotSchema,
  percentageBases,
  votingUnits,
} from '~/domains/ballots/schema';
import { reviewedProposals } from '~/domains/proposals/index.server';
import { moderatedAreas } from '~/domains/moderation/index.server';
import { areaTree } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, runForm } from '~/http/forms.server';
import { paths } from '~/http/paths';
import { ballots } from '~/i18n/ballots';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = [...moderatedAreas(ctx.actor), ...(ctx.actor.actingFor ? [ctx.actor.actingFor.areaId] : [])];
  const [areas, proposals] = await Promise.all([areaTree(ctx), reviewedProposals(ctx, own)]);
  const allowed = areas.filter((area) => own.some((id) => area.id.startsWith(id)));
  const asked = new URL(args.request.url).searchParams.getAll('proposal');
  const areaId = proposals.find(({ id }) => asked.includes(id))?.areaId ?? '';
  return { areas: allowed, proposals, asked, areaId, title: textIn(ctx.locale, ballots)('new-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  return runForm(args, newBallotSchema, async (input) => {
    const id = await createBallot(ctx, input);
    const message = textIn(ctx.locale, ballots)('flash-created');
    return redirect(paths.ballot(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [{ title: `${page?.title} · 共治` }];

const initial = {
  kind: 'support',
  standing: 'consultation',
  unit: 'person',
  secret: 'secret',
  minimumAge: '18',
  thresholdPercent: '50',
  percentageBase: 'votes-without-abstentions',
};

export default function NewBallot() {
  const { areas, proposals, asked, areaId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(ballots);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader title={t('new-title')} lead={t('standing.consultation-hint')} />
      <Form {...(state ? { state } : {})} initial={{ ...initial, proposalIds: asked, areaId }}>
        <Field name="title" label={t('form.title')} required>
          <TextInput maxLength={80} />
        </Field>
        <Field name="question" label={t('form.question')} hint={t('form.question-hint')} required>
          <MarkdownEditor maximum={5000} />
        </Field>
        <Field name="areaId" label={t('form.area')} required>
          <AreaSelect areas={areas} />
        </Field>
        {proposals.length === 0 ? (
          <p>{t('form.no-proposals')}</p>
        ) : (
          <CheckboxGroup
            name="proposalIds"
            label={t('form.proposals')}
            choices={proposals.map((proposal) => ({ value: proposal.id, label: proposal.title }))}
          />
        )}
        <Field name="options" label={t('form.options')} hint={t('form.options-hint')}>
          <TextArea rows={4} />
        </Field>
        <RadioGroup
          name="kind"
          label={t('form.kind')}
          required
          choices={ballotKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        />
        <Field name="maximumChoices" label={t('form.maximumChoices')}>
          <TextInput type="number" min={1} max={50} />
        </Field>
        <RadioGroup
          name="standing"
          label={t('form.standing')}
          required
          choices={ballotStandings.map((standing) => ({
            value: standing,
            label: t(`standing.${standing}`),
            hint: t(`standing.${standing}-hint`),
          }))}
        />
        <RadioGroup
          name="unit"
          label={t('form.unit')}
          required
          choices={votingUnits.map((unit) => ({ value: unit, label: t(`unit.${unit}`) }))}
        />
        <RadioGroup
          name="secret"
          label={t('form.secret')}
          required
          choices={(['secret', 'open'] as const).map((value) => ({
            value,
            label: t(`form.secret-${value}`),
          }))}
        />
        <Field name="minimumAge" label={t('form.minimumAge')} required>
          <TextInput type="number" min={0} max={100} />
        </Field>
        <Field name="quorumPercent" label={t('form.quorumPercent')} hint={t('form.quorumPercent-hint')}>
          <TextInput type="number" min={0} max={100} />
        </Field>
        <Field
          name="thresholdPercent"
          label={t('form.thresholdPercent')}
          hint={t('form.thresholdPercent-hint')}
          required
        >
          <TextInput type="number" min={0} max={100} />
        </Field>
        <RadioGroup
          name="percentageBase"
          label={t('form.percentageBase')}
          required
          choices={percentageBases.map((base) => ({ value: base, label: t(`base.${base}`) }))}
        />
        <Field name="opensAt" label={t('form.opensAt')} required>
          <DateTimeInput />
        </Field>
        <Field name="closesAt" label={t('form.closesAt')} required>
          <DateTimeInput />
        </Field>
        <Button>{t('form.submit')}</Button>
      </Form>
    </>
  );
}
