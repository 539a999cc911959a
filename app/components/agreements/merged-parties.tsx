import { Link } from '@remix-run/react';
import { Button, Form, LinkButton, Notice } from '~/components/ui';
import { agreementMergers } from '~/i18n/agreement-mergers';
import { agreements } from '~/i18n/agreements';
import { useText } from '~/i18n/use-text';
import type { FormState } from '~/lib/form-state';
import { paths } from '~/paths';
import { actingPath } from '~/paths-acting';

export interface MergedPartiesProps {
  agreement: { id: string; state: string; fits: boolean; parties: readonly { organisationId: string }[] };
  merged: readonly { id: string; name: string; successor: { id: string; name: string } }[];
  /** What continues the agreement. */
  after: readonly { id: string; title: string; continuesAs: string | null; state: string }[];
  isParty: boolean;
  mayAmend: boolean;
  /** For whom the reader acts. */
  actingFor: string | undefined;
  /** For whom they could, where they act for no party. */
  actAs: { id: string; name: string } | null;
  state: FormState | undefined;
}

/** Which parties were merged, and to whom it concerns what is to be done next, with the way to it. */
export function MergedParties(props: MergedPartiesProps) {
  const { agreement, merged, isParty } = props;
  const t = useText(agreements);
  if (merged.length === 0) return null;
  if (isParty && agreement.state === 'in-force' && agreement.fits) return <NextStep {...props} />;
  return merged.map(({ id, name, successor }) => (
    <Notice key={id}>
      <a href={paths.organisation(successor.id)}>{t('merged-party', { name, successor: successor.name })}</a>
    </Notice>
  ));
}

function NextStep(props: MergedPartiesProps) {
  const { agreement, merged, actingFor } = props;
  const t = useText(agreementMergers);
  const gone = new Map(merged.map(({ id, successor }) => [id, successor.id]));
  const left = new Set(
    agreement.parties.map(({ organisationId }) => gone.get(organisationId) ?? organisationId),
  );
  // Two registrations of one organisation had an agreement with each other.
  const isAlone = left.size < 2;
  return (
    <Notice id="merged" kind="warning" title={t('title')}>
      {merged.map(({ id, name, successor }) => (
        <p key={id}>
          {name === successor.name
            ? t(successor.id === actingFor ? 'ours-same-name' : 'theirs-same-name', { name })
            : t(successor.id === actingFor ? 'ours' : 'theirs', { name, successor: successor.name })}{' '}
          <Link to={paths.organisation(successor.id)}>{t('open', { name: successor.name })}</Link>
        </p>
      ))}
      {isAlone ? (
        <p>{t('alone')}</p>
      ) : (
        <>
          <p>{t('next')}</p>
          <Amending {...props} />
        </>
      )}
    </Notice>
  );
}

/** The amendment that is under way, else the button that begins it, else the way to acting for a party. */
function Amending({ agreement, after, mayAmend, actAs, state }: MergedPartiesProps) {
  const t = useText(agreementMergers);
  const begun = after.find(
    ({ continuesAs, state: at }) => continuesAs === 'amendment' && ['draft', 'frozen'].includes(at),
  );
  if (begun)
    return (
      <p>
        {t(begun.state === 'draft' ? 'begun' : 'signing')}{' '}
        <Link to={paths.agreement(begun.id)}>{t('to-amendment')}</Link>
      </p>
    );
  if (mayAmend)
    return (
      <Form intent="continue" hidden={{ as: 'amendment' }} state={state}>
        <Button>{t('begin')}</Button>
      </Form>
    );
  if (!actAs) return null;
  const here = `${paths.agreement(agreement.id)}#merged`;
  return (
    <LinkButton to={actingPath({ actingFor: null }, actAs.id, here)}>
      {t('act', { name: actAs.name })}
    </LinkButton>
  );
}
