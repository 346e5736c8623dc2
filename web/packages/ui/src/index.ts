export * from './avatar';
export * from './controls';
export * from './dialog';
export * from './icon';
export * from './keyboard';
export * from './severity';
export * from './state';
export * from './theme';
