import { useState } from 'react';

const UNITS: readonly [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
];
const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat('en', { dateStyle: 'long', timeStyle: 'short' });

/** How long ago, with the exact time on hover. */
export function When({ at }: { readonly at: string }) {
  const [now] = useState(() => Date.now());
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return null;
  return (
    <time dateTime={at} title={exact.format(time)}>
      {ago((now - time.getTime()) / 1000)}
    </time>
  );
}

export function ago(seconds: number): string {
  const found = UNITS.find(([, length]) => Math.abs(seconds) >= length);
  if (!found) return 'just now';
  return relative.format(-Math.round(seconds / found[1]), found[0]);
}
