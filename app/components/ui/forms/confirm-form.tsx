import { useCallback, useState } from 'react';
import type { MouseEvent, ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Button, buttonClass } from '../button';
import type { ButtonLook } from '../button';
import { DialogWindow, hasDialogs } from './dialog-window';
import { Field } from './field';
import { Form } from './form';
import type { FormProps } from './form';
import { Icon } from '../icon';
import { ownState } from './sent-with';
import { TextArea } from './text-area';

export interface ConfirmFormProps
  extends Omit<FormProps, 'children' | 'title'>, Pick<ButtonLook, 'variant' | 'size' | 'icon'> {
  /** The words of the button that asks. */
  trigger: string;
  /** The question, in words that stand alone. */
  title: string;
  /** What will happen, and whether it can be undone. */
  description?: ReactNode;
  /** The words of the button that does it; those of the button that asks unless told. */
  confirm?: string;
  /** What it does cannot easily be undone. */
  danger?: boolean;
  /** The label of a field `reason` behind the others: who does it says why. */
  reason?: string;
  /** How many characters the reason may have. */
  reasonMaximum?: number;
  /** Fields, such as the password. */
  children?: ReactNode;
}

/** Whether the dialog stands open, and whether it ever has: without scripts the part under the button unfolds. */
function useDialog() {
  const [state, setState] = useState<'never' | 'open' | 'closed'>('never');
  const ask = (event: MouseEvent<HTMLElement>) => {
    const details = event.currentTarget.parentElement;
    if (!(details instanceof HTMLDetailsElement) || details.open || !hasDialogs()) return;
    event.preventDefault();
    setState('open');
  };
  const close = useCallback(() => setState('closed'), []);
  return { ask, open: state === 'open', opened: state !== 'never', close };
}

/** Asks before an act: in a dialog with scripts, in a part that unfolds without. */
export function ConfirmForm({
  trigger,
  title,
  description,
  variant = 'secondary',
  size,
  icon,
  confirm = trigger,
  ...form
}: ConfirmFormProps) {
  const rest = { ...form, confirm };
  const { ask, open, opened, close } = useDialog();
  const wrong = ownState(rest.state, rest) !== undefined;
  return (
    <details className="disclosure" open={(wrong && !opened) || undefined}>
      <summary className={buttonClass({ variant, size })} onClick={ask}>
        {icon && <Icon name={icon} />}
        {trigger}
      </summary>
      {open ? (
        <DialogWindow title={title} description={description} onClose={close}>
          <ConfirmFields {...rest} onCancel={close} />
        </DialogWindow>
      ) : (
        <div className="disclosure-body">
          <p className="disclosure-title">{title}</p>
          {description}
          <ConfirmFields {...rest} />
        </div>
      )}
    </details>
  );
}

interface ConfirmFieldsProps
  extends
    Omit<FormProps, 'children'>,
    Pick<ConfirmFormProps, 'confirm' | 'danger' | 'reason' | 'reasonMaximum' | 'children'> {
  onCancel?: () => void;
}

function ConfirmFields({
  confirm,
  danger,
  reason,
  reasonMaximum = 500,
  children,
  onCancel,
  ...form
}: ConfirmFieldsProps) {
  const t = useText(common);
  return (
    <Form {...form} onSettled={(succeeded) => succeeded && onCancel?.()}>
      {children}
      {reason && (
        <Field name="reason" label={reason} required>
          <TextArea rows={3} maximum={reasonMaximum} />
        </Field>
      )}
      <div className="form-actions">
        <Button variant={danger ? 'danger' : 'primary'}>{confirm}</Button>
        {onCancel && (
          <Button type="button" variant="quiet" onClick={onCancel}>
            {t('form.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
}
