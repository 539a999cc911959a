import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { EventTimeline } from '~/components/across/event-timeline';
import {
  AreaBreadcrumbs,
  AreaField,
  Button,
  DisclosureForm,
  Field,
  LinkButton,
  PageHeader,
  Section,
  TextInput,
} from '~/components/ui';
import {
  addArea,
  areaChoices,
  areaNamesKept,
  areaTrail,
  closeArea,
  holdingOpen,
  renameArea,
  reopenArea,
} from '~/domains/territory/index.server';
import {
  closeAreaSchema,
  newAreaSchema,
  renameAreaSchema,
  reopenAreaSchema,
} from '~/domains/territory/schema';
import type { ReadContext } from '~/domains/context';
import { contextOf, requirePerson } from '~/http/actor.server';
import { historyOf } from '~/http/answers/history.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { administeredAreas } from '~/domains/identity/index.server';
import { reasons } from '~/i18n/reasons';
import { areaKeeping } from '~/i18n/area-keeping';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { levelOf } from '~/lib/geo/division-code';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const id = args.params.id ?? '';
  const kept = await load(args, () => areaNamesKept(ctx, id));
  const [trail, timeline] = await Promise.all([areaTrail(ctx, id), historyOf(args, 'area', id)]);
  const title = textIn(ctx.locale, areaKeeping)('title', { name: trail.at(-1)?.name ?? id });
  const closing = kept.may && kept.closedAt === null ? await closingOf(ctx, id) : null;
  return { ...kept, id, trail, timeline, title, closing };
}

/** What stands in the way of closing it, in words, and into what it could be closed. */
async function closingOf(ctx: ReadContext, id: string) {
  const held = await holdingOpen(ctx, id);
  const t = textIn(ctx.locale, reasons);
  return {
    held: held.map(({ name, count }) =>
      t(`territory.held-by-${name}` as 'territory.held-by-areas', { count }),
    ),
    areas: await areaChoices(ctx, {
      ...{ scope: administeredAreas(ctx), except: [id], level: levelOf(id) },
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const id = args.params.id ?? '';
  const t = textIn(ctx.locale, areaKeeping);
  const back = async (at: string, message: string) =>
    redirect(paths.areaNames(at), { headers: { 'Set-Cookie': await flash(args, message) } });
  const intent = (await readForm(args.request)).get('intent');
  if (intent === 'close')
    return runForm(args, closeAreaSchema, async (input) => {
      await closeArea(ctx, id, input);
      return back(id, t('flash-closed'));
    });
  if (intent === 'reopen')
    return runForm(args, reopenAreaSchema, async ({ reason }) => {
      await reopenArea(ctx, id, reason);
      return back(id, t('flash-reopened'));
    });
  if (intent === 'add')
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
  const { trail, timeline, title, code, may, closedAt } = useLoaderData<typeof loader>();
  const t = useText(areaKeeping);
  return (
    <>
      <PageHeader above={<AreaBreadcrumbs areas={trail} />} title={title} lead={t('lead', { code })} />
      {may && closedAt === null && <Keep />}
      {closedAt !== null && <p>{t('closed')}</p>}
      {may && closedAt !== null && <Reopen />}
      <Section title={t('history')}>
        {timeline.events.length === 0 ? <p>{t('history-none')}</p> : <EventTimeline {...timeline} />}
      </Section>
    </>
  );
}

function Keep() {
  const { id, fields, revision, level } = useLoaderData<typeof loader>();
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
      {level !== 'grid' && (
        <LinkButton variant="secondary" to={paths.areaList(id)}>
          {t('list-link')}
        </LinkButton>
      )}
      <Close />
    </div>
  );
}

function Reopen() {
  const state = useActionData<typeof action>()?.form;
  const t = useText(areaKeeping);
  return (
    <DisclosureForm
      trigger={t('reopen')}
      description={<p>{t('reopen-hint')}</p>}
      intent="reopen"
      state={state}
    >
      <Field name="reason" label={t('reopen-reason')} hint={t('reason-hint')} required>
        <TextInput maxLength={300} />
      </Field>
      <Button>{t('reopen-submit')}</Button>
    </DisclosureForm>
  );
}

/** Into another area of its level; where something stands in the way, that is said instead. */
function Close() {
  const { closing } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(areaKeeping);
  if (!closing) return null;
  if (closing.held.length > 0)
    return (
      <div>
        <p>{t('close-not-yet')}</p>
        <ul>
          {closing.held.map((words) => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      </div>
    );
  return (
    <DisclosureForm trigger={t('close')} description={<p>{t('close-hint')}</p>} intent="close" state={state}>
      <AreaField name="successorId" label={t('successor')} required areas={closing.areas} />
      <Field name="reason" label={t('close-reason')} hint={t('reason-hint')} required>
        <TextInput maxLength={300} />
      </Field>
      <Button variant="danger">{t('close-submit')}</Button>
    </DisclosureForm>
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
