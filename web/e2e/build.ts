import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The browser tests look at what is shipped, so it is built, as it is shipped, when it is not there. */
export default function setup(): void {
  if (existsSync('apps/studio/dist/index.html')) return;
  execFileSync(process.execPath, ['node_modules/vite/bin/vite.js', 'build', 'apps/studio'], {
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
}
