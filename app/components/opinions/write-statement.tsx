import { Link } from '@remix-run/react';
import {
  Button,
  Checkbox,
  Field,
  Form,
  Section,
  TextArea,
  useHydrated,
  useWhileTyping,
} from '~/components/ui';
import { longestStatement } from '~/domains/opinions/limits';
import { paths } from '~/paths';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface SimilarStatement {
  number: number;
  body: string;
}

/** One's own statement: what is there already shows while typing; without scripts, it is asked once. */
export function WriteStatement({
  conversationId,
  state,
  similar,
}: {
  conversationId: string;
  state: FormState | undefined;
  similar: readonly SimilarStatement[];
}) {
  const t = useText(conversations);
  const hydrated = useHydrated();
  const { ask, answer } = useWhileTyping<{ similar: SimilarStatement[] }>();
  const look = (text: string) =>
    ask(`${paths.similarStatements(conversationId)}?text=${encodeURIComponent(text)}`);
  const found = answer?.similar ?? [];
  const shown = found.length > 0 ? found : similar;
  return (
    <Section title={t('write-title')} id="write">
      <Form intent="write" state={state}>
        <Field name="body" label={t('write-label')} hint={t('write-hint')} required>
          <TextArea
            rows={3}
            maximum={longestStatement}
            onInput={(event) => look(event.currentTarget.value)}
          />
        </Field>
        <div aria-live="polite">
          {shown.length > 0 && (
            <div className="panel">
              <p>
                <strong>{t('similar-title')}</strong>
              </p>
              <ul className="similar-statements">
                {shown.map(({ number, body }) => (
                  <li key={number}>
                    <Link to={`${paths.conversation(conversationId)}?statement=${number}`}>{body}</Link>
                  </li>
                ))}
              </ul>
              <p className="field-hint">{t('similar-hint')}</p>
              {!hydrated && <Checkbox name="anyway" label={t('write-anyway')} />}
            </div>
          )}
        </div>
        {hydrated && <input type="hidden" name="anyway" value="on" />}
        <Button>{t('write-submit')}</Button>
      </Form>
    </Section>
  );
}
