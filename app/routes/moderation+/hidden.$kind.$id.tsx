import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { Button, DescriptionList, Field, Form, PageHeader, Section, TextArea, Time } from '~/components/ui';
import { ImposeForm } from '~/components/moderation/impose-form';
import { appeal, hidingPage, imposeSanction, sanctionsForHiding } from '~/domains/moderation/index.server';
import { sanctionSchema } from '~/domains/moderation/sanctions/schema';
import { appealSchema } from '~/domains/moderation/schema';
import { requirePerson } from '~/http/actor.server';
import type { RouteArgs } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { moderationLog } from '~/i18n/moderation-log';
import { sanctions } from '~/i18n/sanctions';
import { useText } from '~/i18n/use-text';

const thingOf = ({ params: { kind = '', id = '' } }: RouteArgs) => ({ subjectKind: kind, subjectId: id });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const [hiding, sanctionable] = await load(args, () =>
    Promise.all([hidingPage(ctx, thingOf(args)), sanctionsForHiding(ctx, thingOf(args))]),
  );
  return { hiding, sanctionable, title: textIn(ctx.locale, moderation)('hiding-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const thing = thingOf(args);
  if ((await readForm(args.request)).get('intent') === 'impose')
    return runForm(args, sanctionSchema, async ({ level, days = 0, reason }) => {
      const id = await imposeSanction(ctx, { ...thing, level, days, reason });
      const message = textIn(ctx.locale, sanctions)('flash-imposed');
      return redirect(paths.sanction(id), { headers: { 'Set-Cookie': await flash(args, message) } });
    });
  return runForm(args, appealSchema, async ({ words }) => {
    await appeal(ctx, { ...thing, words });
    const message = textIn(ctx.locale, moderation)('hiding-flash');
    const page = paths.hiding(thing.subjectKind, thing.subjectId);
    return redirect(page, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Hiding() {
  const { hiding, sanctionable } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(moderation);
  const ofLog = useText(moderationLog);
  return (
    <>
      <PageHeader title={t('hiding-title')} lead={t('hiding-lead')} />
      {!hiding.stands && <p>{t('hiding-again')}</p>}
      <DescriptionList
        items={[
          ...(hiding.title === '' ? [] : [{ label: t('hiding-thing'), value: hiding.title }]),
          { label: t('hiding-hid'), value: <Time value={hiding.decidedAt} /> },
          { label: t('hiding-ground'), value: ofLog(`ground.${hiding.ground}`) },
          { label: t('hiding-why'), value: hiding.reason },
          { label: t('hiding-until'), value: <Time value={hiding.until} format="date" /> },
        ]}
      />
      <Appealed />
      {hiding.may.allowed && <AppealForm />}
      {sanctionable && (
        <ImposeForm before={sanctionable.before} may={sanctionable.may.allowed} state={state} />
      )}
    </>
  );
}

/** What was said against the decision, and the answer or until when it is due. */
function Appealed() {
  const { appeal } = useLoaderData<typeof loader>().hiding;
  const t = useText(moderation);
  const ofLog = useText(moderationLog);
  if (!appeal) return null;
  const key = `decision.${appeal.decision}`;
  const answered = [
    { label: t('hiding-result'), value: hasKey(moderationLog, key) ? ofLog(key) : t('hiding-waits') },
    ...(appeal.answer ? [{ label: t('hiding-answer'), value: appeal.answer }] : []),
    ...(appeal.dueAt && !appeal.decidedAt
      ? [{ label: t('hiding-due'), value: <Time value={appeal.dueAt} format="date" /> }]
      : []),
  ];
  return (
    <Section title={t('kind.appeal')}>
      <DescriptionList
        items={[
          { label: t('hiding-at'), value: <Time value={appeal.at} /> },
          { label: t('hiding-words'), value: appeal.words },
          ...answered,
        ]}
      />
    </Section>
  );
}

function AppealForm() {
  const { answeredInDays } = useLoaderData<typeof loader>().hiding;
  const state = useActionData<typeof action>()?.form;
  const t = useText(moderation);
  return (
    <Section title={t('kind.appeal')}>
      <Form state={state}>
        <Field
          name="words"
          label={t('hiding-words')}
          hint={t('hiding-hint', { days: answeredInDays })}
          required
        >
          <TextArea rows={5} maximum={2000} />
        </Field>
        <Button>{t('hiding-submit')}</Button>
      </Form>
    </Section>
  );
}
