import { ConfirmForm, LinkButton, Section, Time } from '~/components/ui';
import { community } from '~/i18n/community';
import { useText } from '~/i18n/use-text';
import { organisationPaths } from '~/paths-organisations';
import type { FormState } from '~/lib/form-state';

/** For moderators of the area: the organisation acts no longer. */
function DeactivateOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      state={state}
      intent="deactivate"
      trigger={t('deactivate')}
      title={t('deactivate-title', { name })}
      description={<p>{t('deactivate-hint')}</p>}
      danger
      reason={t('deactivate-reason')}
    />
  );
}

/** For moderators of the area: the organisation acts again. */
function ReactivateOrganisation({ name, state }: { name: string; state: FormState | undefined }) {
  const t = useText(community);
  return (
    <ConfirmForm
      state={state}
      intent="reactivate"
      trigger={t('reactivate')}
      title={t('reactivate-title', { name })}
      description={<p>{t('reactivate-hint')}</p>}
      reason={t('reactivate-reason')}
    />
  );
}

/** For administrators of the area: it is registered twice, and goes on as the other. */
function MergeOrganisation({ id }: { id: string }) {
  const t = useText(community);
  return (
    <LinkButton variant="quiet" to={organisationPaths.merge(id)}>
      {t('merge')}
    </LinkButton>
  );
}

export interface OrganisationServiceProps {
  organisation: { id: string; name: string };
  may: { mayReactivate: boolean; mayMerge: boolean; mayDeactivate: boolean; openOrders: number };
  state: FormState | undefined;
}

/** What officials of its area do with an organisation as a whole. */
export function OrganisationService({ organisation, may, state }: OrganisationServiceProps) {
  const { id, name } = organisation;
  const t = useText(community);
  if (!may.mayReactivate && !may.mayMerge && !may.mayDeactivate) return null;
  const isKept = may.openOrders > 0;
  return (
    <>
      {isKept && <p>{t('orders-keep-it', { count: may.openOrders })}</p>}
      <div className="form-actions">
        {may.mayReactivate && <ReactivateOrganisation name={name} state={state} />}
        {may.mayMerge && !isKept && <MergeOrganisation id={id} />}
        {may.mayDeactivate && !isKept && <DeactivateOrganisation name={name} state={state} />}
      </div>
    </>
  );
}

export interface PredecessorsProps {
  predecessors: readonly { id: string; name: string; mergedAt: Date; reason: string | null }[];
}

/** What was merged into the organisation, when and why. */
export function Predecessors({ predecessors }: PredecessorsProps) {
  const t = useText(community);
  if (predecessors.length === 0) return null;
  return (
    <Section title={t('predecessors')}>
      <ul>
        {predecessors.map(({ id, name, mergedAt, reason }) => (
          <li key={id}>
            {name} <Time value={mergedAt} format="date" /> {reason}
          </li>
        ))}
      </ul>
    </Section>
  );
}
