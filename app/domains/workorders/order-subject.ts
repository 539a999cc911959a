/** A matter that an order may be made of. */
export interface OrderSubject {
  kind: 'proposal' | 'feedback' | 'obligation';
  id: string;
}
