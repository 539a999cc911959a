import { LinkButton } from '~/components/ui';
import { paths } from '~/paths';
import { useText } from '~/i18n/use-text';
import { workOrders } from '~/i18n/work-orders';

/** The question whether it is solved as two buttons: the form of the answer opens with what was pressed. */
export function SolvedButtons({ orderId, about }: { orderId: string; about?: string }) {
  const t = useText(workOrders);
  return (
    <div className="form-actions">
      {(['yes', 'no'] as const).map((answer) => (
        <LinkButton
          key={answer}
          to={paths.callBack(orderId, answer)}
          variant={answer === 'yes' ? 'primary' : 'secondary'}
          icon={answer === 'yes' ? 'check' : 'close'}
        >
          {t(`solved-${answer}`)}
          {about && <span className="sr-only"> {about}</span>}
        </LinkButton>
      ))}
    </div>
  );
}
