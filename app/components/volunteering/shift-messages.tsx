import { Button, DisclosureForm, Field, TextArea, Time } from '~/components/ui';
import { volunteerDesk } from '~/i18n/volunteer-desk';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface ShiftMessagesProps {
  messages: readonly { id: string; body: string; sentAt: Date; sender: string; recipients: number }[];
  state: FormState | undefined;
}

/** Writing to everybody who comes, and the copies of what was written. */
export function ShiftMessages({ messages, state }: ShiftMessagesProps) {
  const d = useText(volunteerDesk);
  return (
    <>
      <DisclosureForm
        trigger={d('write')}
        intent="write"
        state={state}
        description={<p>{d('write-hint')}</p>}
      >
        <Field name="body" label={d('message')} required>
          <TextArea rows={3} maximum={1000} />
        </Field>
        <Button>{d('write')}</Button>
      </DisclosureForm>
      {messages.length > 0 && (
        <ul className="stack" aria-label={d('messages')}>
          {messages.map((message) => (
            <li key={message.id} className="card">
              <p>{message.body}</p>
              <div className="card-meta">
                <Time value={message.sentAt} />
                <span>{message.sender}</span>
                <span>{d('sent-to', { count: message.recipients })}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
