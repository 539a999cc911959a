import { Pictures } from '~/components/files/pictures';
import type { Picture } from '~/components/files/pictures';
import { Section, Time } from '~/components/ui';
import { bridges } from '~/i18n/bridges';
import { useText } from '~/i18n/use-text';

export interface SaidOutsideProps {
  updates: readonly {
    id: string;
    description: string;
    updatedAt: string | Date;
    system: string;
    pictures: readonly Picture[];
  }[];
}

/** What people wrote in other systems: plain text, as it was sent. */
export function SaidOutside({ updates }: SaidOutsideProps) {
  const t = useText(bridges);
  if (updates.length === 0) return null;
  return (
    <Section title={t('said-outside')}>
      <ul className="card-list">
        {updates.map(({ id, description, updatedAt, system, pictures }) => (
          <li key={id}>
            <p className="field-hint">
              {t('said-by', { system })} <Time value={updatedAt} />
            </p>
            <p className="pre-line">{description}</p>
            <Pictures pictures={pictures} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
