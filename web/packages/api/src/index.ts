export * from './client';
export * from './http';
export * from './role';
export * from './signin';
export * from './text';
export * from './types';
