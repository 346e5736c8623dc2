export * from './line';
export * from './live';
export * from './message';
export * from './solo';
export * from './status';
