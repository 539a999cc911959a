import { Link } from '@remix-run/react';
import { XlsxLink } from '~/components/across/xlsx-link';
import { Button, Form, Section } from '~/components/ui';
import { paths } from '~/paths';
import { councils } from '~/i18n/councils';
import { useText } from '~/i18n/use-text';

export interface AuditPartProps {
  council: { id: string; seats: number; panels: number; onePerHousehold: boolean };
  draws: readonly { number: number; seats: number }[];
}

/** Where auditors get the pool with its features, as a file for the command line. */
export function AuditPart({ council, draws }: AuditPartProps) {
  const t = useText(councils);
  const { id, panels, onePerHousehold } = council;
  const pools = draws.length === 0 ? [{ number: 0, seats: council.seats }] : draws;
  return (
    <Section title={t('audit')} id="audit">
      <p>{t('audit-lead')}</p>
      <p>
        <Link to={paths.neverDrawn(id)}>{t('never-drawn-title')}</Link>
      </p>
      {pools.map(({ number, seats }) => (
        <div key={number}>
          <h3>{number === 0 ? t('audit-now') : t('audit-draw', { number })}</h3>
          <PoolDownloads id={id} number={number} />
          <p>
            {t('audit-command')}{' '}
            <Link to={paths.councilQuotas(id, number)} reloadDocument>
              {t('file-quotas')}
            </Link>{' '}
            <XlsxLink csv={paths.councilQuotas(id, number)} />
          </p>
          <p className="hash">
            <code>
              {`gongzhi draw pool-${number}.csv --quotas quotas-${number}.csv --seats ${seats} --panels ${panels}`}
              {onePerHousehold ? ' --one-per household' : ''}
            </code>
          </p>
        </div>
      ))}
    </Section>
  );
}

function PoolDownloads({ id, number }: { id: string; number: number }) {
  const t = useText(councils);
  return (
    <>
      <Form action={paths.councilPool(id)} hidden={{ draw: String(number) }} reloadDocument>
        <Button variant="secondary">{t('audit-download')}</Button>
      </Form>
      <Form action={`${paths.councilPool(id)}?as=xlsx`} hidden={{ draw: String(number) }} reloadDocument>
        <Button variant="quiet">{t('audit-download-xlsx')}</Button>
      </Form>
    </>
  );
}
