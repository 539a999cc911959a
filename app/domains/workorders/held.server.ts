import { gone, officials, official, treated } from '../held-on-persons';
import type { HeldOnPersons } from '../held-on-persons';
import { forgetAsker } from './forget-asker.server';
import { daysWithContact, kept } from '../held-terms';

export const heldInWorkOrders: HeldOnPersons = {
  models: {
    WorkOrder: officials('createdBy'),
    WorkOrderLink: officials('linkedBy'),
    // Callers have no account: how to reach them is sealed, and emptied some time after the order is closed.
    WorkOrderCaller: officials('takenBy'),
    CallBack: {
      personId: treated('open questions go, and the order ends by the other answers; words are emptied'),
      recordedBy: official,
    },
    WorkOrderRequest: officials('askedBy', 'decidedBy'),
    WorkOrderHelper: officials('addedBy'),
    WorkOrderHandover: officials('by'),
    WorkOrderEscalation: { personId: official },
    Whistle: officials('blownBy'),
    WhistleCall: officials('reportedBy'),
    WorkOrderReport: officials('reportedBy'),
    HolidayYear: officials('updatedBy'),
    LimitRule: officials('updatedBy'),
    OfficeHours: officials('updatedBy'),
    // Else escalations would go to nobody; without a superior the area's coordinators are told.
    Superior: { personId: { ...official, erasing: 'deleted' }, updatedBy: official },
    OrderMessage: { askerId: gone, authorId: official },
    WorkOrderNote: { authorId: official },
    ResponseTemplate: officials('updatedBy'),
    SavedFilter: { personId: gone },
  },
  termsOfOthers: {
    'WorkOrderCaller.sealedContact': kept.untilDone(
      `work-orders.callers, ${daysWithContact} days after the order is closed`,
    ),
  },
  terms: {
    CallBack: kept.matter,
    OrderMessage: kept.matter,
    SavedFilter: kept.account,
    Superior: kept.account,
  },
  erase: (ctx, person) => forgetAsker(ctx, person.id),
};
