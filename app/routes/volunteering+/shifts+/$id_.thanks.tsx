import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  Checkbox,
  Field,
  Form,
  Notice,
  PageHeader,
  Section,
  StatusBadge,
  TextArea,
  Time,
  TimeSpan,
} from '~/components/ui';
import { settleThanksSchema, thanksSchema } from '~/domains/volunteering/rewards/schema';
import { giveThanks, settleThanks } from '~/domains/volunteering/thanks/give-thanks.server';
import { thanksPage } from '~/domains/volunteering/thanks/thanks.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { explain } from '~/i18n/reason-text';
import { volunteerRewards } from '~/i18n/volunteer-rewards';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const page = await load(args, () => thanksPage(ctx, args.params.id ?? ''));
  const may = explain(ctx.locale, page.may);
  return { ...page, may, title: textIn(ctx.locale, volunteerRewards)('thanks-title') };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, volunteerRewards);
  const back = async (message: string) =>
    redirect(paths.shiftThanks(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  switch ((await readForm(args.request)).get('intent')) {
    case 'thank':
      return runForm(args, thanksSchema, (given) =>
        giveThanks(ctx, id, given).then(() => back(t('flash-sent'))),
      );
    case 'settle':
      return runForm(args, settleThanksSchema, ({ thanksId, verdict }) =>
        settleThanks(ctx, thanksId, verdict).then(() =>
          back(t(verdict === 'pass-on' ? 'flash-passed' : 'flash-aside')),
        ),
      );
    default:
      throw data({ reason: null }, { status: 400 });
  }
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** Who was helped says thanks; the organisers pass it on. */
export default function Thanks() {
  const { shift, own, may, written, title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const t = useText(volunteerRewards);
  const { opportunity } = shift;
  return (
    <>
      <PageHeader
        title={title}
        lead={t('thanks-lead')}
        meta={
          <>
            <Link to={paths.opportunity(opportunity.id)}>{opportunity.title}</Link>
            <TimeSpan startsAt={shift.startsAt} endsAt={shift.endsAt} />
          </>
        }
      />
      {own ? (
        <Notice kind="success">
          {t('sent-already')}
          {own.words}
        </Notice>
      ) : may.allowed ? (
        <ThanksForm state={state} />
      ) : (
        written === null && <Notice kind="info">{may.words}</Notice>
      )}
      {written && <Written state={state} />}
    </>
  );
}

function ThanksForm({ state }: { state: FormState | undefined }) {
  const t = useText(volunteerRewards);
  return (
    <Form intent="thank" state={state}>
      <Field name="words" label={t('words')} required>
        <TextArea rows={3} maximum={300} />
      </Field>
      <Checkbox name="named" label={t('named')} />
      <Button size="large">{t('send')}</Button>
    </Form>
  );
}

/** For the organisers: what was written, and passing it on. */
function Written({ state }: { state: FormState | undefined }) {
  const { written } = useLoaderData<typeof loader>();
  const t = useText(volunteerRewards);
  return (
    <Section title={t('written-title')}>
      {written?.length === 0 && <p>{t('written-none')}</p>}
      <ul className="cards">
        {(written ?? []).map((row) => (
          <li key={row.id} className="card">
            <p className="pre-line">{row.words}</p>
            <div className="card-meta">
              <span>{row.name ?? t('somebody')}</span>
              <Time value={row.createdAt} format="date" />
              <StatusBadge>{t(`thanks.${row.state}` as 'thanks.waiting')}</StatusBadge>
            </div>
            {row.state === 'waiting' && (
              <Form intent="settle" hidden={{ thanksId: row.id }} state={state}>
                <div className="form-actions">
                  <Button size="small" name="verdict" value="pass-on">
                    {t('pass-on')}
                  </Button>
                  <Button size="small" variant="quiet" name="verdict" value="lay-aside">
                    {t('lay-aside')}
                  </Button>
                </div>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
