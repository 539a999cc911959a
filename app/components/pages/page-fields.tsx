import { Field, MarkdownEditor, TextInput } from '~/components/ui';
import { portalPages } from '~/i18n/portal-pages';
import { useText } from '~/i18n/use-text';

/** The words of a page in both languages, and why they are written. */
export function PageFields() {
  const t = useText(portalPages);
  return (
    <>
      <Field name="titleChinese" label={t('field.title-chinese')} required>
        <TextInput maxLength={80} />
      </Field>
      <Field name="textChinese" label={t('field.text-chinese')} required>
        <MarkdownEditor maximum={40_000} rows={16} />
      </Field>
      <Field name="titleEnglish" label={t('field.title-english')} hint={t('field.english-hint')}>
        <TextInput maxLength={80} />
      </Field>
      <Field name="textEnglish" label={t('field.text-english')} hint={t('field.english-hint')}>
        <MarkdownEditor maximum={40_000} rows={16} />
      </Field>
      <Field name="reason" label={t('field.reason')} hint={t('field.reason-hint')} required>
        <TextInput maxLength={300} />
      </Field>
    </>
  );
}
