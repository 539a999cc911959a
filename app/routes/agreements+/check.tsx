import { data } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node';
import { Link, useActionData } from '@remix-run/react';
import { Button, DescriptionList, Field, FileUpload, Form, Notice, PageHeader, Time } from '~/components/ui';
import { AgreementState } from '~/components/agreements/agreement-state';
import { checkDocument, largestChecked } from '~/domains/agreements/documents/check-document.server';
import { DomainError } from '~/domains/domain-error';
import { contextOf } from '~/http/actor.server';
import { readForm, runAction } from '~/http/forms/forms.server';
import { pageTitle } from '~/http/answers/page-title';
import { readUploads } from '~/http/forms/uploads.server';
import { paths } from '~/paths';
import { agreements } from '~/i18n/agreements';
import { textIn } from '~/i18n/catalogue';
import { useText } from '~/i18n/use-text';

export function loader(args: LoaderFunctionArgs) {
  return { title: textIn(contextOf(args).locale, agreements)('check') };
}

/** Reads the file and keeps nothing of it. */
export async function action(args: ActionFunctionArgs) {
  const form = await readForm(args.request);
  return runAction(args, async () => {
    const [bytes] = await readUploads(form, 'file', { mostFiles: 1, mostBytes: largestChecked });
    if (!bytes) throw new DomainError('invalid', { field: 'file', reason: 'agreements.no-file' });
    return data({ checked: await checkDocument(contextOf(args), bytes) });
  });
}

export const meta: MetaFunction<typeof loader> = ({ data }) => pageTitle(data?.title);

export default function CheckAgreement() {
  const outcome = useActionData<typeof action>();
  const t = useText(agreements);
  const state = outcome && 'form' in outcome ? outcome.form : undefined;
  return (
    <>
      <PageHeader title={t('check')} lead={t('check-lead')} />
      {outcome && 'checked' in outcome && <Answer checked={outcome.checked} />}
      <Form state={state} files>
        <Field name="file" label={t('check-file')} required>
          <FileUpload accept=".pdf,.json" multiple={false} megabytes={20} />
        </Field>
        <Button>{t('check-send')}</Button>
      </Form>
      <p>
        <a href={paths.signingAuthority}>{t('check-authority')}</a>
      </p>
    </>
  );
}

type Checked = Awaited<ReturnType<typeof checkDocument>>;
const good = ['sealed', 'unsealed', 'earlier', 'text'];

/** In green only what holds now: an unchanged file of what is void, ended or taken back is no good news. */
function kindOf({ verdict, agreement }: Checked) {
  if (verdict === 'taken-back') return 'warning';
  if (!good.includes(verdict) || agreement?.state === 'altered') return 'error';
  return agreement?.state === 'in-force' ? 'success' : 'warning';
}

function Answer({ checked }: { checked: Checked }) {
  const t = useText(agreements);
  const { verdict, agreement, sealedAt, sha256 } = checked;
  return (
    <Notice kind={kindOf(checked)} title={t(`check.${verdict}`)}>
      <DescriptionList
        items={[
          {
            label: t('check-agreement'),
            value: agreement && <Link to={paths.agreement(agreement.id)}>{agreement.title}</Link>,
          },
          {
            label: t('check-state'),
            value: agreement && <AgreementState state={agreement.state} />,
          },
          { label: t('document-sealed'), value: sealedAt && <Time value={sealedAt} /> },
          { label: t('check-hash'), value: <span className="break-all">{sha256}</span> },
        ]}
      />
    </Notice>
  );
}
