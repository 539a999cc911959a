import { Button, ConfirmForm, Form, Section, Table } from '~/components/ui';
import { councilDesk } from '~/i18n/council-desk';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

interface Seat {
  id: string;
  name: string;
  state: string;
}

export interface SeatTableProps {
  seats: readonly Seat[];
  may: { seat: boolean; close: boolean };
  state: FormState | undefined;
}

/** Those who were drawn, by name, so that they can be reached. */
export function SeatTable({ seats, may, state }: SeatTableProps) {
  const d = useText(councilDesk);
  if (seats.length === 0 && !may.close) return null;
  return (
    <Section title={d('members')} id="seats">
      <Table
        caption={d('members')}
        captionHidden
        rows={seats}
        rowKey={({ id }) => id}
        empty={d('members-empty')}
        columns={[
          { key: 'name', header: d('name'), cell: ({ name }) => name },
          {
            key: 'answer',
            header: d('answer'),
            cell: (seat) => d(seat.state === 'accepted' ? 'answer.accepted' : 'answer.drawn'),
          },
          {
            key: 'vacate',
            header: d('vacate'),
            cell: ({ id }) => may.close && <VacateForm candidateId={id} state={state} />,
          },
        ]}
      />
      {may.seat && (
        <Form intent="seat" state={state} className="inline-form">
          <Button>{d('seat')}</Button>
        </Form>
      )}
      {may.close && <CloseForm state={state} />}
    </Section>
  );
}

function CloseForm({ state }: { state: FormState | undefined }) {
  const d = useText(councilDesk);
  return (
    <ConfirmForm
      intent="close"
      state={state}
      trigger={d('close')}
      title={d('close-title')}
      description={<p>{d('close-hint')}</p>}
      variant="quiet"
      danger
    />
  );
}

function VacateForm({ candidateId, state }: { candidateId: string; state: FormState | undefined }) {
  const d = useText(councilDesk);
  return (
    <ConfirmForm
      intent="vacate"
      hidden={{ candidateId }}
      state={state}
      trigger={d('vacate')}
      title={d('vacate-title')}
      description={<p>{d('vacate-hint')}</p>}
      variant="quiet"
      size="small"
      danger
    />
  );
}
