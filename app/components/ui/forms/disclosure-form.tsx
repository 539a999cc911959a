import type { ReactNode } from 'react';
import { buttonClass } from '../button';
import type { ButtonLook } from '../button';
import { Form } from './form';
import type { FormProps } from './form';
import { Icon } from '../icon';
import { ownState } from './sent-with';

export interface DisclosureFormProps extends FormProps, Pick<ButtonLook, 'variant' | 'size'> {
  /** The words of the button that opens the form. */
  trigger: string;
  /** Above the fields. */
  description?: ReactNode;
}

/** A form that opens in its place. Open from the start when something is wrong with it. */
export function DisclosureForm({ trigger, description, variant, size, ...form }: DisclosureFormProps) {
  const wrong = ownState(form.state, form) !== undefined;
  return (
    <details className="disclosure" open={wrong || undefined}>
      <summary className={buttonClass({ variant: variant ?? 'secondary', size })}>
        {trigger}
        <Icon name="down" />
      </summary>
      <div className="disclosure-body">
        {description}
        <Form {...form} />
      </div>
    </details>
  );
}
