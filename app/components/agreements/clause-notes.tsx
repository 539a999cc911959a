import { Button, DisclosureForm, Field, StatusBadge, TextArea, Time } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { agreements } from '~/i18n/agreements';
import { usePunctuation } from '~/i18n/use-punctuation';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import type { ShownClause } from './agreement-text';
import { ProposalAnswers } from './proposal-answers';

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
  accepted: readonly string[];
  waitsFor: readonly string[];
}

export interface ClauseNotesProps {
  clause: ShownClause;
  /** Those of this clause. */
  notes: readonly ClauseNote[];
  organisations: Record<string, { name: string }>;
  /** The organisation for which the reader may write, while it is a draft. */
  writesFor: string | null;
  /** It may propose other words, too. */
  mayPropose: boolean;
  state: FormState | undefined;
}

/** What the parties said of a clause, kept through freezing, and the form for more while it is a draft. */
export function ClauseNotes(props: ClauseNotesProps) {
  const { clause, notes, organisations, writesFor, mayPropose, state } = props;
  const t = useText(agreements);
  return (
    <div className="clause-notes">
      {notes.map((note) => (
        <Note key={note.id} {...{ note, organisations, state }} writesFor={writesFor} />
      ))}
      {writesFor !== null && (
        <DisclosureForm
          {...{
            trigger: t(mayPropose ? 'note' : 'note-comment'),
            size: 'small',
            variant: 'quiet',
            intent: 'note',
            state,
          }}
          hidden={{ clause: String(clause.number) }}
          initial={{ proposed: clause.source }}
        >
          <Field name="text" label={t('note-text')} required>
            <TextArea rows={2} maximum={2000} />
          </Field>
          {mayPropose && (
            <Field name="proposed" label={t('note-proposed')}>
              <TextArea rows={4} maximum={8000} />
            </Field>
          )}
          <Button size="small">{t('note-send')}</Button>
        </DisclosureForm>
      )}
    </div>
  );
}

/** Headings as they are read, without the signs by which they are written. */
const withoutMarks = (source: string): string => source.replace(/^#{1,6}[ \t]+/gmu, '');

interface NoteProps {
  note: ClauseNote;
  organisations: Record<string, { name: string }>;
  writesFor: string | null;
  state: FormState | undefined;
}

function Note({ note, organisations, writesFor, state }: NoteProps) {
  const t = useText(agreements);
  const { colon } = usePunctuation();
  const key = `note-state.${note.state}`;
  return (
    <div className="panel">
      <p className="card-meta">
        <strong>{organisations[note.organisationId]?.name}</strong> <Time value={note.createdAt} />{' '}
        {hasKey(agreements, key) && <StatusBadge>{t(key)}</StatusBadge>}
      </p>
      <p className="pre-line">{note.text}</p>
      {note.proposed !== null && (
        <p className="pre-line">
          {t('note-change')}
          <ins>{withoutMarks(note.proposed)}</ins>
        </p>
      )}
      {note.answer && <p className="pre-line">{`${t('reply')}${colon}${note.answer}`}</p>}
      {note.proposed !== null && (
        <ProposalAnswers {...{ proposal: note, organisations, state }} answersFor={writesFor} />
      )}
    </div>
  );
}
