import { Children, Fragment, isValidElement } from 'react';
import type { ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { useForm } from './form-context';

/** What a control offers to choose from, under the names that our controls give it. */
interface Offered {
  options?: readonly { value: string; label: ReactNode }[];
  areas?: readonly { id: string; name: string }[];
}

/** Of the one control of a field. */
export function offeredBy(children: ReactNode): Offered {
  const [control] = Children.toArray(children);
  return isValidElement(control) ? (control.props as Offered) : {};
}

function wordsFor(value: string, { options = [], areas = [] }: Offered): ReactNode {
  const option = options.find((one) => one.value === value);
  return option?.label ?? areas.find(({ id }) => id === value)?.name ?? value;
}

const listOf = (value: string | string[] | undefined) => (value ? [value].flat() : []);

/**
 * Beside what was typed stands what somebody else has saved in the field meanwhile: nobody has to choose blindly. Shows
 * nothing where both are the same, or where the form did not come back for that.
 */
export function SavedValue({ name, offered }: { name: string; offered: Offered }) {
  const t = useText(common);
  const { state } = useForm();
  if (state?.saved?.values[name] === undefined) return null;
  const saved = listOf(state.saved.values[name]);
  if (saved.join('\n') === listOf(state.values[name]).join('\n')) return null;
  return (
    <div className="field-hint">
      <p>{t('form.saved-now')}</p>
      <div className="difference pre-line">
        {saved.length === 0 && t('form.saved-empty')}
        {saved.map((value, index) => (
          <Fragment key={value}>
            {index > 0 && '\n'}
            {wordsFor(value, offered)}
          </Fragment>
        ))}
      </div>
    </div>
  );
}
