export { CnrProvider } from './provider/provider.js';
export { CnrConsultation } from './consultation/consultation.js';
export { CnrQuestionnaire } from './questionnaire/questionnaire.js';
export { CnrSupport } from './support/support.js';
export { CnrProposals } from './proposals/proposals.js';
export { CnrMeetingMap } from './meetings/meeting-map.js';
export { CnrOutbox } from './outbox/outbox.js';
export { CnrReceipt } from './receipt/receipt.js';
export * from './events.js';
export {
  cnrContext,
  type CnrContext,
  type DevicePolicy,
  type Locale,
  type MessageOverrides,
} from './context.js';
