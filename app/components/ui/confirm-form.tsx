import { useState } from 'react';
import type { ComponentType, MouseEvent, ReactNode } from 'react';
import { common } from '~/i18n/common';
import { useText } from '~/i18n/use-text';
import { Button, buttonClass } from './button';
import type { ButtonLook } from './button';
import type { DialogWindowProps } from './dialog-window';
import { Form } from './form';
import type { FormProps } from './form';

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

/** Asks before an act: in a dialog with scripts, in a part that unfolds without. */
export function ConfirmForm(props: ConfirmFormProps) {
  const {
    trigger,
    title,
    description,
    confirm,
    danger,
    variant = 'secondary',
    size,
    icon: _icon,
    children,
    ...form
  } = props;
  const t = useText(common);
  const [open, setOpen] = useState(false);
  const [Window, setWindow] = useState<ComponentType<DialogWindowProps> | null>(null);
  const wrong =
    form.state !== undefined && (form.intent === undefined || form.state.values.intent === form.intent);

  const ask = (event: MouseEvent<HTMLElement>) => {
    const details = event.currentTarget.parentElement;
    if (!(details instanceof HTMLDetailsElement) || details.open) return;
    event.preventDefault();
    import('./dialog-window')
      .then((module) => {
        setWindow(() => module.DialogWindow);
        setOpen(true);
      })
      // The part that unfolds does the same without the dialog's script.
      .catch(() => (details.open = true));
  };

  const fields = (
    <Form {...form} onSettled={(succeeded) => succeeded && setOpen(false)}>
      {children}
      <div className="form-actions">
        <Button variant={danger ? 'danger' : 'primary'}>{confirm}</Button>
        {open && (
          <Button type="button" variant="quiet" onClick={() => setOpen(false)}>
            {t('form.cancel')}
          </Button>
        )}
      </div>
    </Form>
  );
  return (
    <details className="disclosure" open={(wrong && !Window) || undefined}>
      <summary className={buttonClass({ variant, size })} onClick={ask}>
        {trigger}
      </summary>
      {open && Window ? (
        <Window title={title} description={description} onClose={() => setOpen(false)}>
          {fields}
        </Window>
      ) : (
        <div className="disclosure-body">
          <p className="disclosure-title">{title}</p>
          {description}
          {fields}
        </div>
      )}
    </details>
  );
}
