import { Link } from '@remix-run/react';
import { Section, Time } from '~/components/ui';
import { hasKey } from '~/i18n/catalogue';
import { sanctions } from '~/i18n/sanctions';
import { useText } from '~/i18n/use-text';
import { paths } from '~/paths';

export interface OwnSanctionsProps {
  own: readonly {
    id: string;
    level: string;
    createdAt: Date;
    endsAt: Date | null;
    stands: boolean;
    mayAppeal: boolean;
  }[];
}

/** What moderators decided about the person, with the way to say something against it; nothing for most. */
export function OwnSanctions({ own }: OwnSanctionsProps) {
  const t = useText(sanctions);
  if (own.length === 0) return null;
  return (
    <Section title={t('own-title')}>
      <p>{t('untouched')}</p>
      <ul className="linked-matters">
        {own.map(({ id, level, createdAt, endsAt, stands, mayAppeal }) => {
          const key = `level.${level}`;
          return (
            <li key={id}>
              <Link to={paths.sanction(id)}>{hasKey(sanctions, key) ? t(key) : level}</Link>{' '}
              <Time value={createdAt} format="date" /> · {t(stands ? 'state.stands' : 'state.expired')}
              {stands && endsAt !== null && (
                <>
                  {' '}
                  · {t('until')} <Time value={endsAt} format="date" />
                </>
              )}
              {mayAppeal && (
                <>
                  {' '}
                  · <Link to={paths.sanction(id)}>{t('own-appeal')}</Link>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
