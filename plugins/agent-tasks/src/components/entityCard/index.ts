export { EntitySummaryCard } from './EntitySummaryCard';
