import { useSubmit } from '@remix-run/react';
import { useState } from 'react';
import { Button, Card, CardList, Form, Notice, Section, Time, useHydrated } from '~/components/ui';
import { noticeWays } from '~/i18n/notice-ways';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface ShownDevice {
  id: string;
  name: string;
  createdAt: string | Date;
  toldAt: string | Date | null;
}

interface NoticeDevicesProps {
  devices: readonly ShownDevice[];
  publicKey: string;
  state: FormState | undefined;
}

/** The devices that are told by push, and the button that adds this one. */
export function NoticeDevices({ devices, publicKey, state }: NoticeDevicesProps) {
  const t = useText(noticeWays);
  return (
    <Section title={t('devices-title')}>
      {devices.length === 0 && <p>{t('devices-empty')}</p>}
      <CardList>
        {devices.map((device) => (
          <Device key={device.id} device={device} state={state} />
        ))}
      </CardList>
      <p className="field-hint">{t('device-hint')}</p>
      <AddDevice publicKey={publicKey} state={state} />
    </Section>
  );
}

function Device({ device, state }: { device: ShownDevice; state: FormState | undefined }) {
  const t = useText(noticeWays);
  const { id, name, createdAt, toldAt } = device;
  return (
    <Card
      title={name === '' ? t('device-unknown') : name}
      meta={
        <>
          <span>
            {t('device-since')} <Time value={createdAt} />
          </span>
          {toldAt && (
            <span>
              {t('device-told')} <Time value={toldAt} />
            </span>
          )}
        </>
      }
      actions={
        <Form state={state} intent="remove-device" hidden={{ id }}>
          <Button size="small" variant="secondary">
            {t('device-remove')}
          </Button>
        </Form>
      }
    />
  );
}

type Fault = 'needs-browser' | 'denied' | 'failed';

/** What asks the browser is loaded when somebody presses the button. */
function AddDevice({ publicKey, state }: Omit<NoticeDevicesProps, 'devices'>) {
  const t = useText(noticeWays);
  const submit = useSubmit();
  const [fault, setFault] = useState<Fault | null>(null);
  const [waiting, setWaiting] = useState(false);
  const errors = state?.values.intent === 'add-device' ? Object.values(state.errors).flat() : [];
  if (!useHydrated())
    return (
      <noscript>
        <p className="field-hint">{t('needs-scripts')}</p>
      </noscript>
    );
  const add = async () => {
    const { subscribe } = await import('./subscribe');
    const answer = await subscribe(publicKey);
    if ('fault' in answer) return setFault(answer.fault);
    submit({ intent: 'add-device', ...answer }, { method: 'post' });
  };
  const begin = () => {
    if (waiting) return;
    setFault(null);
    setWaiting(true);
    add()
      .catch(() => setFault('failed'))
      .finally(() => setWaiting(false));
  };
  const words = fault ? [t(fault)] : errors;
  return (
    <>
      <Words words={words} />
      <div className="form-actions">
        <Button type="button" variant="secondary" onClick={begin} aria-disabled={waiting}>
          {t('device-add')}
        </Button>
      </div>
    </>
  );
}

function Words({ words }: { words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <div role="alert">
      <Notice kind="error">{words.join(' ')}</Notice>
    </div>
  );
}
