import { useListedName } from '~/components/responsibility/listed-category';
import { Field, Select, TextInput } from '~/components/ui';
import { categoryGroups } from '~/domains/categories/groups';
import { categories } from '~/i18n/categories';
import { useText } from '~/i18n/use-text';

/** Its names, its group and why. */
export function CategoryFields() {
  const t = useText(categories);
  const group = useListedName();
  return (
    <>
      <Field name="name" label={t('name')} required>
        <TextInput maxLength={20} />
      </Field>
      <Field name="nameEnglish" label={t('name-english')}>
        <TextInput maxLength={40} />
      </Field>
      <Field name="group" label={t('group')} hint={t('group-hint')}>
        <Select
          placeholder={t('group-none')}
          options={categoryGroups.map((value) => ({ value, label: group(value) }))}
        />
      </Field>
      <CategoryReason />
    </>
  );
}

export function CategoryReason() {
  const t = useText(categories);
  return (
    <Field name="reason" label={t('reason')} hint={t('reason-hint')} required>
      <TextInput maxLength={300} />
    </Field>
  );
}
