import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Card,
  CardList,
  DisclosureForm,
  EmptyState,
  Field,
  Form,
  PageHeader,
  Section,
  TextArea,
  TextInput,
} from '~/components/ui';
import { areaChoices, areaNames } from '~/domains/territory/index.server';
import {
  keepTemplate,
  mayKeepTemplates,
  removeTemplate,
  templatesOf,
} from '~/domains/workorders/queue/response-templates.server';
import { templatePlaces } from '~/domains/workorders/rules/response-template';
import { removeSchema, templateSchema } from '~/domains/workorders/schema';
import { scopesFor } from '~/domains/workorders/queue/queue.query.server';
import { requirePerson } from '~/http/actor.server';
import { flash, load, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';
import { workbench } from '~/i18n/workbench';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const own = scopesFor(ctx.actor).flatMap(({ kind, id }) => (kind === 'area' ? [id] : []));
  const templates = await load(args, () => templatesOf(ctx, own));
  const chosen = templates.map(({ areaId }) => areaId);
  const [areas, names] = await Promise.all([
    areaChoices(ctx, { scope: own.filter((id) => mayKeepTemplates(ctx.actor, id).allowed), chosen }),
    areaNames(ctx, chosen),
  ]);
  return {
    areas,
    names,
    templates: templates.map((row) => ({ ...row, mayKeep: mayKeepTemplates(ctx.actor, row.areaId).allowed })),
    title: textIn(ctx.locale, workbench)('templates'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const done = async (key: 'flash-saved' | 'flash-removed') => {
    const message = textIn(ctx.locale, workbench)(key);
    return redirect(paths.responseTemplates, { headers: { 'Set-Cookie': await flash(args, message) } });
  };
  if ((await readForm(args.request)).get('intent') === 'remove')
    return runForm(args, removeSchema, async ({ id }) => {
      await removeTemplate(ctx, id);
      return done('flash-removed');
    });
  return runForm(args, templateSchema, async (input) => {
    await keepTemplate(ctx, input);
    return done('flash-saved');
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function Templates() {
  const { templates, names, areas, title } = useLoaderData<typeof loader>();
  const state = useActionData<typeof action>()?.form;
  const t = useText(workbench);
  return (
    <>
      <PageHeader title={title} lead={t('templates-lead')} />
      <p className="field-hint">
        {t('template-places', { places: templatePlaces.map((name) => `{{${name}}}`).join(' ') })}
      </p>
      {templates.length === 0 && <EmptyState title={t('template-none')}>{t('templates-lead')}</EmptyState>}
      <CardList label={title}>
        {templates.map(({ id, name, body, areaId, revision, mayKeep }) => (
          <Card key={id} title={name} meta={names[areaId]}>
            <p className="pre-line">{body}</p>
            {mayKeep && (
              <>
                <DisclosureForm
                  trigger={t('template-change')}
                  hidden={{ id }}
                  intent="keep"
                  state={state}
                  initial={{ name, body, areaId }}
                  revision={revision}
                >
                  <TemplateFields />
                </DisclosureForm>
                <RemoveForm id={id} />
              </>
            )}
          </Card>
        ))}
      </CardList>
      {areas.few?.length !== 0 && (
        <Section title={t('template-new')}>
          <Form intent="keep" hidden={{ id: '' }} state={state}>
            <TemplateFields />
          </Form>
        </Section>
      )}
    </>
  );
}

function RemoveForm({ id }: { id: string }) {
  const state = useActionData<typeof action>()?.form;
  const t = useText(workbench);
  return (
    <Form intent="remove" hidden={{ id }} state={state}>
      <Button size="small" variant="quiet">
        {t('template-remove')}
      </Button>
    </Form>
  );
}

function TemplateFields() {
  const { areas } = useLoaderData<typeof loader>();
  const t = useText(workbench);
  return (
    <>
      <AreaField name="areaId" label={t('template-area')} required areas={areas} />
      <Field name="name" label={t('template-name')} required>
        <TextInput maxLength={60} />
      </Field>
      <Field name="body" label={t('template-body')} required>
        <TextArea rows={5} maximum={5000} />
      </Field>
      <Button>{t('save')}</Button>
    </>
  );
}
