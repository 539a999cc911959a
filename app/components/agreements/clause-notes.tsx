import { Button, DisclosureForm, Field, Form, StatusBadge, TextArea, Time } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import type { ShownClause } from './agreement-text';

export interface ClauseNote {
  id: string;
  clause: number;
  organisationId: string;
  quoted: string;
  text: string;
  proposed: string | null;
  state: string;
  answer: string | null;
  createdAt: Date;
}

export interface ClauseNotesProps {
  clause: ShownClause;
  notes: readonly ClauseNote[];
  organisations: Record<string, { name: string }>;
  /** The organisation for which the reader may write, while it is a draft. */
  writesFor: string | null;
  state: FormState | undefined;
}

/** What the parties said of a clause, kept through freezing, and the form for more while it is a draft. */
export function ClauseNotes({ clause, notes, organisations, writesFor, state }: ClauseNotesProps) {
  const t = useText(agreements);
  const own = notes.filter((note) => note.quoted === clause.source || note.clause === clause.number);
  if (own.length === 0 && writesFor === null) return null;
  return (
    <div className="clause-notes">
      {own.map((note) => (
        <Note
          key={note.id}
          {...{ note, state }}
          name={organisations[note.organisationId]?.name ?? ''}
          writesFor={writesFor}
        />
      ))}
      {writesFor !== null && (
        <DisclosureForm
          {...{ trigger: t('note'), size: 'small', variant: 'quiet', intent: 'note', state }}
          hidden={{ clause: String(clause.number) }}
          initial={{ proposed: clause.source }}
        >
          <Field name="text" label={t('note-text')} required>
            <TextArea rows={2} maximum={2000} />
          </Field>
          <Field name="proposed" label={t('note-proposed')}>
            <TextArea rows={4} maximum={8000} />
          </Field>
          <Button size="small">{t('note-send')}</Button>
        </DisclosureForm>
      )}
    </div>
  );
}

interface NoteProps {
  note: ClauseNote;
  name: string;
  writesFor: string | null;
  state: FormState | undefined;
}

function Note({ note, name, writesFor, state }: NoteProps) {
  const t = useText(agreements);
  const { colon } = usePunctuation();
  const key = `note-state.${note.state}`;
  return (
    <div className="panel">
      <p className="card-meta">
        <strong>{name}</strong> <Time value={note.createdAt} />{' '}
        {hasKey(agreements, key) && <StatusBadge>{t(key)}</StatusBadge>}
      </p>
      <p className="pre-line">{note.text}</p>
      {note.proposed !== null && (
        <p className="pre-line">
          {t('note-change')}
          <ins>{note.proposed}</ins>
        </p>
      )}
      {note.answer && <p className="pre-line">{`${t('reply')}${colon}${note.answer}`}</p>}
      {note.state === 'open' && writesFor !== null && (
        <div className="form-actions">
          {writesFor !== note.organisationId && (
            <Form intent="answer-note" hidden={{ noteId: note.id, decision: 'accept' }} state={state}>
              <Button size="small">{t('note-accept')}</Button>
            </Form>
          )}
          <Form intent="answer-note" hidden={{ noteId: note.id, decision: 'refuse' }} state={state}>
            <Button size="small" variant="quiet">
              {t('note-refuse')}
            </Button>
          </Form>
        </div>
      )}
    </div>
  );
}
