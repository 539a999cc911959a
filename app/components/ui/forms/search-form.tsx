import { Form } from '@remix-run/react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Icon } from '../icon';
import { useElementId } from '../use-element-id';

export interface SearchFormProps {
  /** Where the answers are; this page unless told. */
  action?: string;
  /** The name of the query in the URL. */
  name?: string;
  label?: string;
  placeholder?: string;
  defaultValue?: string;
}

export function SearchForm({ action, name = 'q', label, placeholder, defaultValue }: SearchFormProps) {
  const t = useText(common);
  const id = useElementId();
  return (
    <Form method="get" action={action} role="search" className="search">
      <label htmlFor={id} className="sr-only">
        {label ?? t('search.label')}
      </label>
      <input
        id={id}
        type="search"
        name={name}
        defaultValue={defaultValue}
        key={defaultValue}
        placeholder={placeholder}
        className="control"
        enterKeyHint="search"
      />
      <button type="submit" className="button button-secondary search-button">
        <Icon name="search" />
        <span className="sr-only">{t('search.submit')}</span>
      </button>
    </Form>
  );
}
