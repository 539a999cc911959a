import { useSubmit } from '@remix-run/react';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Form, Notice } from '~/components/ui';
import type { FormProps } from '~/components/ui/forms/form';
import { useHydrated } from '~/components/ui/use-hydrated';
import { passkeys } from '~/i18n/passkeys';
import { useText } from '~/i18n/use-text';
import { turnToDevice } from './turn-to-device';
import type { DeviceFault } from './turn-to-device';

export interface PasskeyFormProps extends FormProps {
  /** Whether the device makes a passkey or uses one. */
  kind: 'new' | 'use';
  /** What the device is asked for, beside what stands in the form. */
  ask: Record<string, string>;
}

/** A form that the device answers: shown where scripts run, which passkeys need. */
export function PasskeyForm({ kind, ask, children, ...form }: PasskeyFormProps) {
  const t = useText(passkeys);
  const submit = useSubmit();
  const [fault, setFault] = useState<DeviceFault | null>(null);
  const [waiting, setWaiting] = useState(false);
  if (!useHydrated())
    return (
      <noscript>
        <p className="field-hint">{t('needs-scripts')}</p>
      </noscript>
    );
  const turn = async (element: HTMLFormElement) => {
    const typed = new FormData(element);
    for (const [name, value] of Object.entries(ask)) typed.set(name, value);
    const answer = await turnToDevice(kind, typed);
    if ('fault' in answer) return setFault(answer.fault);
    const sent = new FormData(element);
    sent.delete('password');
    sent.set('credential', answer.credential);
    submit(sent, { method: 'post', ...(form.action !== undefined && { action: form.action }) });
  };
  const begin = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (waiting) return;
    setFault(null);
    setWaiting(true);
    void turn(event.currentTarget).finally(() => setWaiting(false));
  };
  return (
    <Form {...form} onSubmit={begin}>
      {fault && <Fault fault={fault} />}
      {children}
    </Form>
  );
}

function Fault({ fault }: { fault: DeviceFault }) {
  const t = useText(passkeys);
  const words = () => {
    switch (fault.kind) {
      case 'refused':
        return fault.words;
      case 'elsewhere':
        return t('elsewhere', { origin: fault.words });
      case 'needs-device':
        return t('needs-device');
      case 'known-here':
        return t('known-here');
      case 'failed':
        return t('failed');
    }
  };
  return (
    <div role="alert">
      <Notice kind="error">{words()}</Notice>
    </div>
  );
}
