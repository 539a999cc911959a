import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Field,
  FileUpload,
  Form,
  MarkdownEditor,
  PageHeader,
  RadioGroup,
  Select,
  TextInput,
} from '~/components/ui';
import { PlaceField } from '~/components/maps/place-field';
import { SimilarThere } from '~/components/across/similar-there';
import { categories } from '~/domains/categories';
import { feedbackKinds } from '~/domains/feedback/kinds';
import { feedbackSchema } from '~/domains/feedback/schema';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { storePicture } from '~/domains/files/index.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { readUploads } from '~/http/forms/uploads.server';
import { textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const areaId = ctx.actor.homeAreaId ?? ctx.actor.residenceAreaId ?? '';
  return {
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    areaId,
    title: textIn(ctx.locale, feedback)('new'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, feedbackSchema, async (input) => {
    const uploads = await readUploads(form, 'pictures');
    const pictures = await Promise.all(uploads.map((bytes) => storePicture(ctx, bytes)));
    const id = await submitFeedback(ctx, input, pictures);
    const message = textIn(ctx.locale, feedback)('submitted');
    return redirect(paths.feedbackItem(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function NewFeedback() {
  const { areas, areaId } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(feedback);
  const p = useText(proposals);
  return (
    <>
      <PageHeader title={t('new')} lead={t('new-lead')} />
      <Form files state={outcome?.form} initial={{ areaId, isPublic: 'yes' }}>
        <RadioGroup
          name="kind"
          label={t('kind')}
          required
          choices={feedbackKinds.map((value) => ({
            value,
            label: t(`kind.${value}`),
            hint: t(`kind-hint.${value}`),
          }))}
        />
        <Field name="title" label={t('field.title')} required>
          <TextInput maxLength={60} />
        </Field>
        <SimilarThere except="" />
        <Field name="body" label={t('field.body')} hint={t('field.body-hint')} required>
          <MarkdownEditor rows={6} maximum={5000} />
        </Field>
        <Field name="category" label={p('field.category')} required>
          <Select options={categories.map((value) => ({ value, label: p(`category.${value}`) }))} />
        </Field>
        <AreaField name="areaId" label={p('field.area')} required areas={areas} />
        <PlaceField />
        <Field name="pictures" label={p('field.pictures')}>
          <FileUpload maximum={5} />
        </Field>
        <RadioGroup
          name="isPublic"
          label={t('field.visibility')}
          required
          choices={(['yes', 'no'] as const).map((value) => ({
            value,
            label: t(`visibility.${value}`),
            hint: t(`visibility-hint.${value}`),
          }))}
        />
        <Button size="large">{t('submit')}</Button>
      </Form>
    </>
  );
}
