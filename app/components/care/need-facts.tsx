import { DescriptionList, Time } from '~/components/ui';
import type { careKinds } from '~/domains/care/choices';
import { hasKey } from '~/i18n/catalogue';
import { care } from '~/i18n/care';
import { useNamesInARow, useText } from '~/i18n/use-text';
import { telephoneAddress } from '~/lib/numbers/telephone';

export interface ShownNeed {
  entitlement: string;
  rhythmDays: number;
  urgent: boolean;
  until: Date | null;
  createdAt: Date;
}

export interface ShownWords {
  called: string;
  kinds: readonly (typeof careKinds)[number][];
  words: string;
  place: string;
  phone: string;
  emergencyName: string;
  emergencyPhone: string;
}

/** When, where and how often: what stands in no sealed words. */
export function NeedFacts({ need, area }: { need: ShownNeed; area: string }) {
  const t = useText(care);
  const words = (key: string) => (hasKey(care, key) ? t(key) : null);
  return (
    <DescriptionList
      items={[
        { label: t('fact.area'), value: area },
        { label: t('fact.since'), value: <Time value={need.createdAt} format="date" /> },
        { label: t('fact.entitled'), value: words(`by.${need.entitlement}`) },
        { label: t('fact.rhythm'), value: words(`rhythm.${need.rhythmDays}`) },
        { label: t('fact.urgent'), value: need.urgent && t('yes') },
        { label: t('fact.until'), value: need.until && <Time value={need.until} format="date" /> },
      ]}
    />
  );
}

const telephone = (number: string) => <a href={telephoneAddress(number)}>{number}</a>;

/** What was stated, for those to whom it stands open. */
export function NeedWords({ words }: { words: ShownWords }) {
  const t = useText(care);
  const inARow = useNamesInARow();
  const emergency = words.emergencyPhone ? telephone(words.emergencyPhone) : null;
  return (
    <DescriptionList
      items={[
        { label: t('fact.called'), value: words.called },
        { label: t('form.kinds'), value: inARow(words.kinds.map((kind) => t(`need.${kind}`))) },
        { label: t('fact.place'), value: words.place },
        { label: t('fact.phone'), value: telephone(words.phone) },
        { label: t('fact.words'), value: words.words && <span className="pre-line">{words.words}</span> },
        {
          label: t('fact.emergency'),
          value: (words.emergencyName || emergency) && (
            <>
              {words.emergencyName} {emergency}
            </>
          ),
        },
      ]}
    />
  );
}
