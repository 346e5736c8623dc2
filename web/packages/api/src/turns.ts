/**
 * Renewing in turn. A refresh token is good once, and using it again ends the sign-in as stolen: two
 * tabs that renew at the same moment with the same cookie would sign the person out.
 */
export interface Turns {
  /** Runs the task while no other tab runs one. */
  take<T>(task: () => Promise<T>): Promise<T>;
  /** When a tab last renewed, in milliseconds as `Date.now()` counts; 0 when none did. */
  last(): number;
  done(): void;
}

const NAME = 'tmi.renewed';

/** Turns among the tabs of this browser. Over plain HTTP browsers have no locks: then each tab for itself. */
export function browserTurns(): Turns {
  const locks = typeof navigator === 'undefined' ? undefined : navigator.locks;
  let own = 0;
  return {
    take: <T>(task: () => Promise<T>) =>
      locks ? (locks.request(NAME, task) as Promise<T>) : task(),
    last: () => Math.max(own, remembered()),
    done: () => {
      own = Date.now();
      remember(own);
    },
  };
}

function remembered(): number {
  try {
    return Number(localStorage.getItem(NAME)) || 0;
  } catch {
    return 0; // storage is off: the lock alone still keeps two renewals apart
  }
}

function remember(time: number): void {
  try {
    localStorage.setItem(NAME, String(time));
  } catch {
    // as above
  }
}
