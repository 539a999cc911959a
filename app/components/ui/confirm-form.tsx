import { useState } from 'react';
import type { ComponentType, MouseEvent, ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Button, buttonClass } from './button';
import type { ButtonLook } from './button';
import type { DialogWindowProps } from './dialog-window';
import { Form } from './form';
import type { FormProps } from './form';
import { Icon } from './icon';
import { ownState } from './sent-with';

export interface ConfirmFormProps
  extends Omit<FormProps, 'children' | 'title'>, Pick<ButtonLook, 'variant' | 'size' | 'icon'> {
  /** The words of the button that asks. */
  trigger: string;
  /** The question, in words that stand alone. */
  title: string;
  /** What will happen, and whether it can be undone. */
  description?: ReactNode;
  /** The words of the button that does it. */
  confirm: string;
  /** What it does cannot easily be undone. */
  danger?: boolean;
  /** Fields, such as a reason or the password. */
  children?: ReactNode;
}

/** The dialog's script, fetched when it is first asked for; without it the part under the button unfolds. */
function useDialog() {
  const [open, setOpen] = useState(false);
  const [Window, setWindow] = useState<ComponentType<DialogWindowProps> | null>(null);
  const ask = (event: MouseEvent<HTMLElement>) => {
    const details = event.currentTarget.parentElement;
    if (!(details instanceof HTMLDetailsElement) || details.open) return;
    event.preventDefault();
    import('./dialog-window')
      .then((module) => {
        setWindow(() => module.DialogWindow);
        setOpen(true);
      })
      .catch(() => (details.open = true));
  };
  return { ask, Window, open, close: () => setOpen(false) };
}

/** Asks before an act: in a dialog with scripts, in a part that unfolds without. */
export function ConfirmForm({
  trigger,
  title,
  description,
  variant = 'secondary',
  size,
  icon,
  ...rest
}: ConfirmFormProps) {
  const { ask, Window, open, close } = useDialog();
  const wrong = ownState(rest.state, rest) !== undefined;
  return (
    <details className="disclosure" open={(wrong && !Window) || undefined}>
      <summary className={buttonClass({ variant, size })} onClick={ask}>
        {icon && <Icon name={icon} />}
        {trigger}
      </summary>
      {open && Window ? (
        <Window title={title} description={description} onClose={close}>
          <ConfirmFields {...rest} onCancel={close} />
        </Window>
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
  extends Omit<FormProps, 'children'>, Pick<ConfirmFormProps, 'confirm' | 'danger' | 'children'> {
  onCancel?: () => void;
}

function ConfirmFields({ confirm, danger, children, onCancel, ...form }: ConfirmFieldsProps) {
  const t = useText(common);
  return (
    <Form {...form} onSettled={(succeeded) => succeeded && onCancel?.()}>
      {children}
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
