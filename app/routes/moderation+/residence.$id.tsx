import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  Button,
  DescriptionList,
  Field,
  Form,
  Notice,
  PageHeader,
  TextArea,
  TextInput,
} from '~/components/ui';
import { DecisionButtons } from '~/components/moderation/queue-row';
import type { ReadContext } from '~/domains/context';
import { DomainError } from '~/domains/domain-error';
import { readResidenceAddress } from '~/domains/identity/index.server';
import { readAddressSchema } from '~/domains/identity/schema';
import { mayDecideResidence } from '~/domains/identity/policy';
import { decideQueueItem } from '~/domains/insights/decide-queue-item.server';
import { queueItemAbout } from '~/domains/moderation/index.server';
import { queueDecisionSchema } from '~/domains/moderation/schema';
import { areaTrail } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { moderation } from '~/i18n/moderation';
import { useText } from '~/i18n/use-text';

/** The matter of the queue by the request that it is about: notices lead here too. */
const requestOf = (ctx: ReadContext, id: string) =>
  queueItemAbout(ctx, { kind: 'residence-verification', subjectKind: 'residence', subjectId: id });

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const item = await load(args, async () => {
    const found = await requestOf(ctx, args.params.id ?? '');
    if (!mayDecideResidence(ctx.actor, found.areaId).allowed) throw new DomainError('not-found');
    return found;
  });
  const trail = await areaTrail(ctx, item.areaId);
  const area = trail.map(({ name }) => name).join(' › ');
  const title = textIn(ctx.locale, moderation)('address-title');
  // The name goes once it is decided.
  return { id: item.id, name: item.title || title, area, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const item = await load(args, () => requestOf(ctx, args.params.id ?? ''));
  if ((await readForm(args.request)).get('intent') === 'show') {
    return runForm(args, readAddressSchema, async ({ purpose }) => ({
      read: await readResidenceAddress(ctx, { id: item.subjectId, reason: purpose }),
    }));
  }
  return runForm(args, queueDecisionSchema, async ({ decision, reason }) => {
    await decideQueueItem(ctx, { id: item.id, approve: decision === 'approve', reason });
    const message = textIn(ctx.locale, moderation)('flash', { count: 1 });
    return redirect(paths.moderation, { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function ResidenceCheck() {
  const { id, name, area } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(moderation);
  const read = outcome && 'read' in outcome ? outcome.read : null;
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  const named = (names: readonly string[]) =>
    names.length > 0 ? names.join(t('address-and')) : t('address-nobody');
  return (
    <div className="narrow stack">
      <PageHeader title={name} lead={t('address-lead')} />
      <DescriptionList
        items={[
          { label: t('address-area'), value: area },
          { label: t('address'), value: read?.address ?? null },
          ...(read ? [{ label: t('address-household'), value: named(read.same) }] : []),
        ]}
      />
      {read && read.likely.length > 0 && (
        <Notice kind="warning" title={t('address-likely', { names: read.likely.join(t('address-and')) })}>
          <p>{t('address-likely-hint')}</p>
        </Notice>
      )}
      {read === null && (
        <Form intent="show" state={state}>
          <Field name="purpose" label={t('address-purpose')} hint={t('address-purpose-hint')} required>
            <TextInput maxLength={300} />
          </Field>
          <Button variant="secondary">{t('address-show')}</Button>
        </Form>
      )}
      <Form hidden={{ items: id }} state={state}>
        <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
          <TextArea rows={3} maximum={2000} />
        </Field>
        <DecisionButtons kind="residence-verification" />
      </Form>
    </div>
  );
}
