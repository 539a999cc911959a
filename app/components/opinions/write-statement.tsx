import { Link, useFetcher } from '@remix-run/react';
import { useEffect, useRef } from 'react';
import { Button, Checkbox, Field, Form, Section, TextArea, useHydrated } from '~/components/ui';
import { longestStatement } from '~/domains/opinions/limits';
import { paths } from '~/http/paths';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';

export interface SimilarStatement {
  number: number;
  body: string;
}

const restMilliseconds = 350;

/** Looks for statements that say the same while one is typed; the answer of the newest words is shown. */
function useSimilar(conversationId: string) {
  const fetcher = useFetcher<{ similar: SimilarStatement[] }>();
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(() => () => clearTimeout(timer.current), []);
  const look = (text: string) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(
      () => fetcher.load(`${paths.similarStatements(conversationId)}?text=${encodeURIComponent(text)}`),
      restMilliseconds,
    );
  };
  return { look, found: fetcher.data?.similar ?? [] };
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
  const { look, found } = useSimilar(conversationId);
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
