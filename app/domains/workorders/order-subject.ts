/** A matter that an order may be made of; its kind is one of those that the manifests let be taken up. */
export interface OrderSubject {
  kind: string;
  id: string;
}
