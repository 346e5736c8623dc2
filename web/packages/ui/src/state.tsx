import { type ReactNode, useEffect, useSyncExternalStore } from 'react';
import { Icon, type IconName } from './icon';

/** Teaches with one sentence, one picture, one action. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <span className="picture">
        <Icon name={icon} size={56} />
      </span>
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}

export function Problem({ error }: { readonly error: unknown }) {
  const text = error instanceof Error ? error.message : String(error);
  return (
    <p className="notice" role="alert">
      {text}
    </p>
  );
}

export interface Toast {
  readonly id: number;
  readonly tone: 'info' | 'problem';
  readonly text: string;
}

let toasts: readonly Toast[] = [];
let last = 0;
const listeners = new Set<() => void>();

function setToasts(next: readonly Toast[]): void {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Tells something once, at the foot of the window. */
export function toast(text: string, tone: Toast['tone'] = 'info'): void {
  last += 1;
  setToasts([...toasts.filter((each) => each.text !== text), { id: last, tone, text }]);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function Toasts() {
  const shown = useSyncExternalStore(subscribe, () => toasts);
  useEffect(() => {
    if (shown.length === 0) return undefined;
    const timer = setTimeout(() => setToasts(toasts.slice(1)), 6000);
    return () => clearTimeout(timer);
  }, [shown]);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map(({ id, tone, text }) => (
        <div key={id} className={`toast ${tone}`}>
          {text}
        </div>
      ))}
    </div>
  );
}
