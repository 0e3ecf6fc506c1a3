export { startSimulator } from './startSimulator';
export type { RunningSimulator, StartOptions } from './startSimulator';
export { ManualClock } from './state/Clock';
export type { Clock } from './state/Clock';
export { githubLimits, noLimits } from './settings';
export type { Limits, Settings } from './settings';
export type { WorldFile } from './state/worldFile';
export type { FaultKind, FaultOrder, OrderedFault } from './faults/FaultOrder';
export type { JournalEntry } from './journal/Journal';
