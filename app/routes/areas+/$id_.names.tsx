import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EventTimeline } from '~/components/across/event-timeline';
import {
  AreaBreadcrumbs,
  Button,
  DisclosureForm,
  Field,
  PageHeader,
  Section,
  TextInput,
} from '~/components/ui';
import { addArea, areaNamesKept, areaTrail, renameArea } from '~/domains/territory/index.server';
import { newAreaSchema, renameAreaSchema } from '~/domains/territory/schema';
import { contextOf, requirePerson } from '~/http/actor.server';
import { historyOf } from '~/http/answers/history.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { areaKeeping } from '~/i18n/area-keeping';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const kept = await load(args, () => areaNamesKept(ctx, id));
  const [trail, timeline] = await Promise.all([areaTrail(ctx, id), historyOf(args, 'area', id)]);
  const title = textIn(ctx.locale, areaKeeping)('title', { name: trail.at(-1)?.name ?? id });
  return { ...kept, id, trail, timeline, title };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, areaKeeping);
  const back = async (at: string, message: string) =>
    redirect(paths.areaNames(at), { headers: { 'Set-Cookie': await flash(args, message) } });
  if ((await readForm(args.request)).get('intent') === 'add')
    return runForm(args, newAreaSchema, async (input) =>
      back(await addArea(ctx, id, input), t('flash-added')),
    );
  return runForm(args, renameAreaSchema, async (input) => {
    await renameArea(ctx, id, input);
    return back(id, t('flash-renamed'));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function AreaNames() {
  const { trail, timeline, title, code, may } = useLoaderData<typeof loader>();
  const t = useText(areaKeeping);
  return (
    <>
      <PageHeader above={<AreaBreadcrumbs areas={trail} />} title={title} lead={t('lead', { code })} />
      {may && <Keep />}
      <Section title={t('history')}>
        {timeline.events.length === 0 ? <p>{t('history-none')}</p> : <EventTimeline {...timeline} />}
      </Section>
    </>
  );
}

function Keep() {
  const { fields, revision, level } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(areaKeeping);
  return (
    <div className="form-actions">
      <DisclosureForm
        trigger={t('rename')}
        intent="rename"
        state={state}
        revision={revision}
        initial={{ ...fields, reason: '' }}
      >
        <Names reason={t('rename-reason')} />
        <Button>{t('rename-submit')}</Button>
      </DisclosureForm>
      {level !== 'grid' && (
        <DisclosureForm trigger={t('add')} description={<p>{t('add-hint')}</p>} intent="add" state={state}>
          <Field name="code" label={t('code')} hint={t('code-hint')} required>
            <TextInput inputMode="numeric" maxLength={15} />
          </Field>
          <Names reason={t('add-reason')} />
          <Button>{t('add-submit')}</Button>
        </DisclosureForm>
      )}
    </div>
  );
}

function Names({ reason }: { reason: string }) {
  const t = useText(areaKeeping);
  return (
    <>
      <Field name="name" label={t('name')} required>
        <TextInput maxLength={60} />
      </Field>
      <Field name="nameEnglish" label={t('name-english')}>
        <TextInput maxLength={80} />
      </Field>
      <Field name="reason" label={reason} hint={t('reason-hint')} required>
        <TextInput maxLength={300} />
      </Field>
    </>
  );
}
