import { Notice, Section } from '~/components/ui';
import { care } from '~/i18n/care';
import { useText } from '~/i18n/use-text';

/** How whoever states a need is protected, in plain words. */
export function Promise() {
  const t = useText(care);
  return (
    <Section title={t('promise-title')}>
      <div className="prose">
        <ul>
          <li>{t('promise-consent')}</li>
          <li>{t('promise-see')}</li>
          <li>{t('promise-volunteer')}</li>
          <li>{t('promise-public')}</li>
          <li>{t('promise-score')}</li>
          <li>{t('promise-end')}</li>
        </ul>
      </div>
      <Notice kind="warning">{t('emergency')}</Notice>
    </Section>
  );
}

/** The rule of the order, as it is reckoned in `rules/priority.ts`. */
export function OrderRule() {
  const t = useText(care);
  return (
    <Section title={t('order-title')} id="order">
      <p>{t('order-lead')}</p>
      <div className="prose">
        <ol>
          <li>{t('order-1')}</li>
          <li>{t('order-2')}</li>
          <li>{t('order-3')}</li>
          <li>{t('order-4')}</li>
          <li>{t('order-5')}</li>
        </ol>
      </div>
    </Section>
  );
}
