import { redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { Button, DisclosureForm, Field, Form, PageHeader, StatusBadge, TextArea } from '~/components/ui';
import { useViewer } from '~/components/layout/use-viewer';
import { statementsPage } from '~/domains/opinions/conversation.query.server';
import { decideStatement } from '~/domains/opinions/statements/decide-statement.server';
import { decideStatementSchema } from '~/domains/opinions/schema';
import { contextOf, requirePerson } from '~/http/actor.server';
import { flash, load, runForm } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { hasKey, textIn } from '~/i18n/catalogue';
import { conversations } from '~/i18n/conversations';
import { useText } from '~/i18n/use-text';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = contextOf(args);
  const { conversation, open, may, statements } = await load(args, () =>
    statementsPage(ctx, args.params.id ?? ''),
  );
  const { id, title } = conversation;
  return {
    id,
    heading: title,
    open,
    lead: may.lead && conversation.state === 'open',
    statements,
    title: textIn(ctx.locale, conversations)('statements-title'),
  };
}

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const t = textIn(ctx.locale, conversations);
  return runForm(args, decideStatementSchema, async ({ statementId, decision, reason }) => {
    await decideStatement(ctx, { statementId, accept: decision === 'accept', reason });
    const message = t(decision === 'accept' ? 'flash-accepted' : 'flash-refused');
    return redirect(paths.conversationStatements(args.params.id ?? ''), {
      headers: { 'Set-Cookie': await flash(args, message) },
    });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data: page }) => pageTitle(page?.title, page?.heading);

export default function Statements() {
  const { id, heading, statements } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  return (
    <>
      <PageHeader
        above={<Link to={paths.conversation(id)}>{heading}</Link>}
        title={t('statements-title')}
        lead={t('statements-lead')}
      />
      {statements.length === 0 && <p>{t('statements-empty')}</p>}
      <ul>
        {statements.map((statement) => (
          <StatementLine key={statement.id} statement={statement} />
        ))}
      </ul>
    </>
  );
}

type Line = ReturnType<typeof useLoaderData<typeof loader>>['statements'][number];

function StatementLine({ statement }: { statement: Line }) {
  const { id, open, lead } = useLoaderData<typeof loader>();
  const t = useText(conversations);
  const viewer = useViewer();
  const state = `statement-state.${statement.state}`;
  const shown = statement.state === 'shown';
  return (
    <li className="statement-line" id={`s-${statement.number}`}>
      <p className="statement-line-words">{statement.body}</p>
      <p className="card-meta">
        <span>{t('card-label', { number: statement.number })}</span>
        {!shown && <StatusBadge>{hasKey(conversations, state) ? t(state) : statement.state}</StatusBadge>}
        {statement.mine && <span>{t('mine')}</span>}
        {shown && viewer && <span>{t('own-answer', { answer: t(statement.own ?? 'not-answered') })}</span>}
        {shown && open && (
          <Link to={`${paths.conversation(id)}?statement=${statement.number}`}>
            {t(statement.own ? 'change' : 'answer')}
          </Link>
        )}
      </p>
      {statement.state === 'refused' && statement.reason && (
        <p>{t('refused-because', { reason: statement.reason })}</p>
      )}
      {lead && <Decide statement={statement} />}
    </li>
  );
}

function Decide({ statement }: { statement: Line }) {
  const outcome = useActionData<typeof action>();
  const t = useText(conversations);
  const { id: statementId, state } = statement;
  return (
    <div className="form-actions">
      {state !== 'shown' && (
        <Form hidden={{ statementId, decision: 'accept' }} state={outcome?.form}>
          <Button size="small">{t(state === 'waiting' ? 'accept' : 'show-again')}</Button>
        </Form>
      )}
      {state !== 'refused' && (
        <DisclosureForm
          trigger={t(state === 'waiting' ? 'refuse' : 'take-down')}
          size="small"
          variant={state === 'waiting' ? 'secondary' : 'quiet'}
          hidden={{ statementId, decision: 'refuse' }}
          state={outcome?.form}
        >
          <Field name="reason" label={t('reason-to-author')} required>
            <TextArea rows={2} maximum={1000} />
          </Field>
          <Button size="small" variant="danger">
            {t(state === 'waiting' ? 'refuse' : 'take-down')}
          </Button>
        </DisclosureForm>
      )}
    </div>
  );
}
