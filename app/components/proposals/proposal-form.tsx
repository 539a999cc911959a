import { AreaField, Field, MarkdownEditor, Select, TextInput } from '~/components/ui';
import { PictureField } from '~/components/files/picture-field';
import { useCategoriesToChoose } from '~/components/across/use-categories';
import { PlaceField } from '~/components/maps/place-field';
import { VoiceInputBar } from '~/components/across/voice/voice-input-bar';
import { SimilarThere } from '~/components/across/similar-there';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import type { AreaChoices } from '~/lib/choices/area-choices';

export interface ProposalFieldsProps {
  areas: AreaChoices;
  id: string;
  /** What it has already; it may be one that is retired. */
  category: FormState['values'][string] | undefined;
}

/** The fields of a proposal, for a new one and for one that is changed. */
export function ProposalFields({ areas, id, category }: ProposalFieldsProps) {
  const t = useText(proposals);
  return (
    <>
      <Field name="title" label={t('field.title')} hint={t('field.title-hint')} required>
        <TextInput maxLength={60} />
      </Field>
      <SimilarThere except={id} />
      <Field name="body" label={t('field.body')} hint={t('field.body-hint')} required>
        <MarkdownEditor maximum={20_000} rows={10} />
      </Field>
      <VoiceInputBar name="body" />
      <Field name="category" label={t('field.category')} required>
        <Select options={useCategoriesToChoose(typeof category === 'string' ? category : undefined)} />
      </Field>
      <AreaField name="areaId" label={t('field.area')} required areas={areas} />
      <PlaceField />
      <PictureField label={t('field.pictures')} />
    </>
  );
}
