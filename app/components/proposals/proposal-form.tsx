import { AreaField, Field, MarkdownEditor, Select, TextInput } from '~/components/ui';
import { PictureField } from '~/components/files/picture-field';
import { PlaceField } from '~/components/maps/place-field';
import { SimilarThere } from '~/components/across/similar-there';
import { categories } from '~/domains/categories';
import { proposals } from '~/i18n/proposals';
import { useText } from '~/i18n/use-text';
import type { AreaChoices } from '~/lib/area-choices';

/** The fields of a proposal, for a new one and for one that is changed. */
export function ProposalFields({ areas, id }: { areas: AreaChoices; id: string }) {
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
      <Field name="category" label={t('field.category')} required>
        <Select options={categories.map((value) => ({ value, label: t(`category.${value}`) }))} />
      </Field>
      <AreaField name="areaId" label={t('field.area')} required areas={areas} />
      <PlaceField />
      <PictureField label={t('field.pictures')} />
    </>
  );
}
