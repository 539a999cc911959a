import { useState } from 'react';
import {
  AreaField,
  Field,
  FileUpload,
  MarkdownEditor,
  Select,
  TextInput,
  useHydrated,
} from '~/components/ui';
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
      <Field name="place" label={t('field.place')} hint={t('field.place-hint')}>
        <TextInput maxLength={100} />
      </Field>
      <Position />
      <Field name="pictures" label={t('field.pictures')}>
        <FileUpload maximum={5} />
      </Field>
    </>
  );
}

/** Where on the map: as numbers, and with scripts by the device's own position. */
function Position() {
  const t = useText(proposals);
  const hydrated = useHydrated();
  const [failed, setFailed] = useState(false);
  const locate = (button: HTMLElement) => {
    const form = button.closest('form');
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        setFailed(false);
        for (const name of ['latitude', 'longitude'] as const) {
          const input = form?.elements.namedItem(name);
          if (input instanceof HTMLInputElement) input.value = coords[name].toFixed(6);
        }
      },
      () => setFailed(true),
      { timeout: 10_000 },
    );
  };
  return (
    <details className="disclosure">
      <summary className="button button-quiet button-small">{t('field.position')}</summary>
      <div className="disclosure-body stack">
        {hydrated && (
          <button
            type="button"
            className="button button-secondary button-small"
            onClick={(event) => locate(event.currentTarget)}
          >
            {t('locate')}
          </button>
        )}
        {failed && <p role="alert">{t('locate-failed')}</p>}
        <Field name="latitude" label={t('field.latitude')}>
          <TextInput inputMode="decimal" />
        </Field>
        <Field name="longitude" label={t('field.longitude')}>
          <TextInput inputMode="decimal" />
        </Field>
      </div>
    </details>
  );
}
