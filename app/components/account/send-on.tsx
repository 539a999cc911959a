import { Button, PageHeader } from '~/components/ui';
import { identity } from '~/i18n/identity';
import { useText } from '~/i18n/use-text';

export interface SendOnProps {
  posted: { path: string; fields: [name: string, value: string][] };
}

/** What was posted before signing in, to be sent on by one press: a plain form, since only pages without scripts lead here. */
export function SendOn({ posted }: SendOnProps) {
  const t = useText(identity);
  return (
    <div className="narrow stack">
      <PageHeader title={t('sign-in.resume-title')} lead={t('sign-in.resume-now')} />
      <form method="post" action={posted.path} className="form">
        {posted.fields.map(([name, value], index) => (
          <input key={index} type="hidden" name={name} value={value} />
        ))}
        <Button size="large">{t('sign-in.resume')}</Button>
      </form>
    </div>
  );
}
