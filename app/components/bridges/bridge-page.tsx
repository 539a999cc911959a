import type { ReactNode } from 'react';
import { Notice, PageHeader, Tabs } from '~/components/ui';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

const tabs = ['keys', 'webhooks', 'inbound', 'targets', 'exchange'] as const;

/** The frame of the pages on which other systems are connected. */
export function BridgePage({
  tab,
  lead,
  children,
}: {
  tab: (typeof tabs)[number];
  lead: string;
  children: ReactNode;
}) {
  const t = useText(bridges);
  return (
    <>
      <PageHeader title={t('title')} lead={lead} />
      <Tabs
        label={t('title')}
        tabs={tabs.map((name) => ({
          to: paths.bridgeTab(name),
          label: t(`tab.${name}`),
          current: name === tab,
        }))}
      />
      {children}
    </>
  );
}

/** A key or secret, shown once. */
export function ShownSecret({ title, secret }: { title: string; secret: string | undefined }) {
  const t = useText(bridges);
  if (secret === undefined) return null;
  return (
    <Notice kind="success" title={title}>
      <p>{t('shown-once')}</p>
      <p>
        <code className="shown-secret">{secret}</code>
      </p>
    </Notice>
  );
}
