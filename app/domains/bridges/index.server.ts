/**
 * What connects the portal with other systems: Open311, webhooks, exchange of orders, calendars, embedded pages. The
 * servers to which orders are sent are its `targets`; numbers to reach in a year are the subject `targets`.
 */
export { callerOf, issueApiKey, listApiKeys, revokeApiKey } from './api-keys.server';
export type { BridgeCaller } from './api-keys.server';
export { CallRefused } from './open311/call-refused';
export { describeRequests } from './open311/describe-requests.server';
export { findById, findRequests } from './open311/find-requests.server';
export type { RequestKey } from './open311/find-requests.server';
export { jurisdictionOf, requestOfToken } from './open311/jurisdiction.query.server';
export { saidOutside } from './open311/said-outside.query.server';
export { listUpdates } from './open311/list-updates.query.server';
export { serviceCodes, serviceDefinition, services } from './open311/services.query.server';
export { takeRequest } from './open311/take-request.server';
export { takeUpdate } from './open311/take-update.server';
export type { CallFault } from './rules/open311/check-request';
export { ensureListening, receiveStatus } from './inbound/receive-status.server';
export { openLanes } from './webhooks/lanes';
export { readReporters, reportersBehind, reportersPage } from './open311/read-reporters.server';
export { fetchPictures } from './open311/fetch-pictures.server';
export { retryMessages, setMessageAside } from './inbound/receive-status.server';
export {
  addSource,
  forgetStatus,
  mapStatus,
  rotateSourceSecret,
  setSourceState,
} from './inbound/sources.server';
export { listSources, sourcePage } from './inbound/sources.query.server';
export { addEndpoint, replay, rotateEndpointSecret, setEndpointState } from './webhooks/endpoints.server';
export { endpointPage, listEndpoints } from './webhooks/endpoints.query.server';
export { exportOrders, orderTable } from './exchange/export-orders.query.server';
export { importOrders } from './exchange/import-orders.server';
export {
  calendarLinkOf,
  calendarOf,
  endCalendarLink,
  mayHaveCalendar,
  renewCalendarLink,
} from './calendar/calendar-link.server';
export { listPublicOrders, orderMap } from './public/public-orders.query.server';
export type { PublicOrder } from './public/public-orders.query.server';
export { followSentOrders } from './targets/follow-orders.server';
export { sendDueOrders } from './targets/send-orders.server';
export { addTarget, sendAgain, sendOrder, setTargetServices, setTargetState } from './targets/targets.server';
export { listTargets, targetPage } from './targets/targets.query.server';
