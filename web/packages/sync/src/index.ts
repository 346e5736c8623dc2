export * from './line';
export * from './live';
export type { LiveOptions } from './live-options';
export * from './message';
export * from './solo';
export * from './status';
