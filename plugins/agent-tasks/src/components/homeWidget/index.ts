export { InboxWidget } from './InboxWidget';
