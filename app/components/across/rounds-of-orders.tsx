import { OrderRounds } from '~/components/workorders/order-rounds';
import type { OrderRound } from '~/components/workorders/order-rounds';

/** What came of a thing: the reports of the orders about it and the answers to them, all rounds. */
export function RoundsOfOrders({ rounds }: { rounds: Readonly<Record<string, readonly OrderRound[]>> }) {
  return (
    <>
      {Object.entries(rounds).map(([id, ofOrder]) => (
        <OrderRounds key={id} rounds={ofOrder} />
      ))}
    </>
  );
}
