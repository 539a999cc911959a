import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import {
  AreaField,
  Button,
  Field,
  Form,
  MarkdownEditor,
  PageHeader,
  RadioGroup,
  Select,
  TextInput,
} from '~/components/ui';
import { VoiceInputBar } from '~/components/across/voice/voice-input-bar';
import { PictureField } from '~/components/files/picture-field';
import { useCategoriesToChoose } from '~/components/across/use-categories';
import { PlaceField } from '~/components/maps/place-field';
import { UnsentFeedback } from '~/components/offline/unsent-feedback';
import { HotlineLink } from '~/components/feedback/call-hotline';
import { SimilarThere } from '~/components/across/similar-there';
import { feedbackKinds } from '~/domains/feedback/kinds';
import { feedbackSchema } from '~/domains/feedback/schema';
import { submitFeedback } from '~/domains/feedback/submit-feedback.server';
import { areaChoices } from '~/domains/territory/index.server';
import { requirePerson } from '~/http/actor.server';
import { categoriesFor } from '~/http/answers/categories.server';
import { flash, readForm, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { takePictures } from '~/http/forms/taken-pictures.server';
import { textIn } from '~/i18n/catalogue';
import { feedback } from '~/i18n/feedback';
import { mine } from '~/i18n/mine';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  const areaId = ctx.actor.homeAreaId ?? ctx.actor.residenceAreaId ?? '';
  return {
    ...(await categoriesFor(args)),
    areas: await areaChoices(ctx, { chosen: [areaId] }),
    areaId,
    hotline: ctx.configuration.hotline,
    opened: ctx.clock.now().getTime(),
    title: textIn(ctx.locale, feedback)('new'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, feedbackSchema, async (input) => {
    const id = await submitFeedback(ctx, input, await takePictures(ctx, form));
    const message = textIn(ctx.locale, feedback)('submitted');
    return redirect(paths.feedbackItem(id), { headers: { 'Set-Cookie': await flash(args, message) } });
  });
}

/** Most report what does not work; what it is about, those sort who answer it. */
const usual = { kind: 'help', category: 'other', isPublic: 'yes' };

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

/** One field is typed; the others hold what fits most, and are there for whoever wants to say more. */
export default function NewFeedback() {
  const { areas, areaId, hotline, opened } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(feedback);
  const m = useText(mine);
  const p = useText(proposals);
  return (
    <>
      <PageHeader title={t('new')} lead={t('new-lead')} />
      <Form files state={outcome?.form} initial={{ ...usual, areaId }}>
        <input type="hidden" name="opened" value={opened} />
        <PictureField label={p('field.pictures')} />
        <Field name="body" label={t('field.body')} hint={t('field.body-hint')} required>
          <MarkdownEditor rows={6} maximum={5000} />
        </Field>
        <VoiceInputBar name="body" />
        <SimilarThere except="" bodyStandsIn />
        <AreaField name="areaId" label={p('field.area')} required areas={areas} />
        <PlaceField />
        <MoreOfFeedback />
        <Button size="large">{t('submit')}</Button>
      </Form>
      <UnsentFeedback takes />
      <p className="form-actions mt-6">
        {m('hotline-or')} <HotlineLink hotline={hotline} />
      </p>
    </>
  );
}

/** What is filled in already, and may be said better. */
function MoreOfFeedback() {
  const t = useText(feedback);
  const p = useText(proposals);
  return (
    <>
      <Field name="title" label={t('field.title')} hint={t('field.title-hint')}>
        <TextInput maxLength={60} />
      </Field>
      <Field name="category" label={p('field.category')} hint={t('field.category-hint')} required>
        <Select options={useCategoriesToChoose()} />
      </Field>
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
    </>
  );
}
