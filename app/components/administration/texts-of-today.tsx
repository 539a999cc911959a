import { Button, DescriptionList, Form, Notice } from '~/components/ui';
import { administration } from '~/i18n/administration';
import { signatureMark } from '~/lib/texts/message-signature';
import { useText } from '~/i18n/use-text';

export interface TextsOfTodayProps {
  count: number;
  mostInADay: number;
  waiting: number;
  accepted: number;
  delivered: number;
  failed: number;
  /** Empty where the operator chooses. */
  from: string;
  signature: string;
}

/** How the text messages of today went, and a test of them. */
export function TextsOfToday(texts: TextsOfTodayProps) {
  const { count, mostInADay, waiting, accepted, delivered, failed, from, signature } = texts;
  const t = useText(administration);
  const sender = from === '' ? t('texts-from-operator') : from;
  return (
    <>
      {count >= mostInADay && <Notice kind="warning">{t('texts-over')}</Notice>}
      <DescriptionList
        items={[
          { label: t('texts-from'), value: `${sender} ${signatureMark(signature)}` },
          { label: t('texts-count'), value: t('texts-of-most', { count, most: mostInADay }) },
          { label: t('texts-states'), value: t('texts-in-states', { waiting, accepted, delivered, failed }) },
        ]}
      />
      <Form intent="test-text">
        <Button variant="secondary">{t('texts-test')}</Button>
      </Form>
    </>
  );
}
