import { existsSync } from 'node:fs';
import { build } from 'vite';

/** The browser tests look at what is shipped, so it is built when it is not there. */
export default async function setup(): Promise<void> {
  if (existsSync('apps/studio/dist/index.html')) return;
  await build({ configFile: 'apps/studio/vite.config.ts', logLevel: 'warn' });
}
