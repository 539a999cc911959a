import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData, useLoaderData } from '@remix-run/react';
import { InvitationSheet } from '~/components/administration/invitation-sheet';
import {
  Button,
  Field,
  FileUpload,
  Form,
  LineFaults,
  PageHeader,
  TextArea,
  TextInput,
} from '~/components/ui';
import type { LineFaultsProps } from '~/components/ui';
import { inviteByList, invitationsMade } from '~/domains/identity/index.server';
import { invitationListSchema } from '~/domains/identity/schema';
import { areaNames } from '~/domains/territory/index.server';
import { mostInvited } from '~/domains/identity/rules/read-invitations';
import { requirePerson } from '~/http/actor.server';
import { load, readForm, runForm } from '~/http/forms/forms.server';
import { readUploads } from '~/http/forms/uploads.server';
import { pageTitle } from '~/http/answers/page-title';
import { paths } from '~/paths';
import { textIn } from '~/i18n/catalogue';
import { invitations } from '~/i18n/invitations';
import { useText } from '~/i18n/use-text';
import { textOfTable } from '~/lib/csv/text-of-table';
import { qrSquares } from '~/platform/qr/qr-code.server';

export async function loader(args: LoaderFunctionArgs) {
  const ctx = requirePerson(args);
  // Who may not see those that were made may make none.
  await load(args, () => invitationsMade(ctx));
  return { title: textIn(ctx.locale, invitations)('list-title') };
}

const file = { mostFiles: 1, mostBytes: 256 * 1024 };

export async function action(args: ActionFunctionArgs) {
  const ctx = requirePerson(args);
  const form = await readForm(args.request);
  return runForm(args, invitationListSchema, async ({ text, days }) => {
    const [bytes] = await readUploads(form, 'file', file);
    const outcome = await inviteByList(ctx, { table: bytes ?? text, days });
    if (!('invited' in outcome)) {
      const values = {
        text: bytes ? await textOfTable(bytes, { mostRows: mostInvited }) : text,
        days: String(days),
      };
      return data({ form: { values, errors: {} }, faults: outcome.faults }, { status: 400 });
    }
    const names = await areaNames(
      ctx,
      outcome.invited.map(({ areaId }) => areaId),
    );
    const sheet = outcome.invited.map(({ secret, areaId, ...line }) => {
      const link = secret === null ? null : ctx.configuration.publicUrl + paths.invitation(secret);
      return { ...line, area: names[areaId] ?? areaId, link, qr: link === null ? null : qrSquares(link) };
    });
    return { sheet, days };
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function InviteByList() {
  const { title } = useLoaderData<typeof loader>();
  const outcome = useActionData<typeof action>();
  const t = useText(invitations);
  const above = <Link to={paths.roleInvitations}>{t('title')}</Link>;
  if (outcome && 'sheet' in outcome)
    return (
      <>
        <PageHeader above={above} title={t('sheet-title')} />
        <InvitationSheet lines={outcome.sheet} days={outcome.days} />
      </>
    );
  return (
    <>
      <PageHeader above={above} title={title} lead={t('list-lead')} />
      <div className="stack">
        <p className="field-hint">{t('list-columns')}</p>
        <p className="pre-line">
          <code className="shown-secret">{t('list-example')}</code>
        </p>
        {outcome && 'faults' in outcome && <Faults faults={outcome.faults} />}
        <Form files state={outcome && 'form' in outcome ? outcome.form : undefined} initial={{ days: '14' }}>
          <Field name="file" label={t('list-file')}>
            <FileUpload accept=".csv,text/csv,.xlsx" maximum={1} megabytes={1} />
          </Field>
          <Field name="text" label={t('list-text')}>
            <TextArea rows={8} />
          </Field>
          <Field name="days" label={t('days')} required>
            <TextInput type="number" min={1} max={30} />
          </Field>
          <Button>{t('list-submit')}</Button>
        </Form>
      </div>
    </>
  );
}

function Faults({ faults }: Pick<LineFaultsProps<string>, 'faults'>) {
  const t = useText(invitations);
  return <LineFaults faults={faults} catalogue={invitations} bad={(count) => t('list-bad', { count })} />;
}
