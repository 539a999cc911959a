import { useRef } from 'react';
import type { PointerEvent } from 'react';
import { Icon } from '~/components/ui';
import { budgetPapers } from '~/i18n/budget-papers';
import { useText } from '~/i18n/use-text';

interface RankOrderProps {
  order: readonly string[];
  onOrder: (order: readonly string[]) => void;
  nameOf: (id: string) => string;
}

/** The order with what stands at one place put to another. */
function moved(order: readonly string[], from: number, to: number): string[] {
  const others = order.filter((_, at) => at !== from);
  return [...others.slice(0, to), ...order.slice(from, from + 1), ...others.slice(to)];
}

/** What is held is put where the finger is. The list itself listens: its lines change places meanwhile. */
function useDragging({ order, onOrder }: Pick<RankOrderProps, 'order' | 'onOrder'>) {
  const list = useRef<HTMLOListElement>(null);
  const held = useRef<string | null>(null);
  const grip = (id: string) => (event: PointerEvent) => {
    event.preventDefault();
    held.current = id;
    list.current?.setPointerCapture(event.pointerId);
  };
  const onPointerMove = ({ clientY }: PointerEvent) => {
    const from = held.current === null ? -1 : order.indexOf(held.current);
    if (from < 0 || !list.current) return;
    const to = [...list.current.children].findIndex((line) => {
      const { top, bottom } = line.getBoundingClientRect();
      return clientY >= top && clientY <= bottom;
    });
    if (to >= 0 && to !== from) onOrder(moved(order, from, to));
  };
  const letGo = () => {
    held.current = null;
  };
  return { grip, list: { ref: list, onPointerMove, onPointerUp: letGo, onPointerCancel: letGo } };
}

/** What was tapped, in its order: dragged by its grip, or put up and down by buttons. */
export function RankOrder({ order, onOrder, nameOf }: RankOrderProps) {
  const t = useText(budgetPapers);
  const { grip, list } = useDragging({ order, onOrder });
  return (
    <div className="stack">
      <p className="field-hint">{t('order-hint')}</p>
      <ol className="rank-order" {...list}>
        {order.map((id, at) => (
          <li key={id}>
            <span className="rank-grip" onPointerDown={grip(id)}>
              <Icon name="menu" />
            </span>
            <span className="rank-name">{t('rank-of', { place: at + 1, name: nameOf(id) })}</span>
            {(['up', 'down'] as const).map((way) => {
              const to = way === 'up' ? at - 1 : at + 1;
              return (
                <button
                  key={way}
                  type="button"
                  className={`rank-move rank-move-${way}`}
                  aria-label={t(`order-${way}`, { name: nameOf(id) })}
                  disabled={to < 0 || to >= order.length}
                  onClick={() => onOrder(moved(order, at, to))}
                >
                  <Icon name="down" />
                </button>
              );
            })}
          </li>
        ))}
      </ol>
    </div>
  );
}
