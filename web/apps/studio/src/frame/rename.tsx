import { whyRefused } from '@tmi/api';
import { composing } from '@tmi/ui';
import { type FormEvent, useId, useState } from 'react';

/**
 * A title that becomes a field when it is pressed. Enter and leaving keep, Escape drops. What would be
 * refused stays in the field, with the reason.
 */
export function Rename({
  name,
  label,
  editable,
  onRename,
  small,
}: {
  readonly name: string;
  readonly label: string;
  readonly editable: boolean;
  readonly onRename: (name: string) => void;
  readonly small?: boolean;
}) {
  const [draft, setDraft] = useState<string>();
  const hint = useId();
  const wrong = draft === undefined ? undefined : whyRefused('line', draft);
  const keep = (): void => {
    if (wrong) return;
    const text = draft?.trim();
    if (text && text !== name) onRename(text);
    setDraft(undefined);
  };
  const className = small ? 'rename small' : 'rename';
  if (draft === undefined) {
    const words = editable ? (
      <button type="button" className={className} title="Rename" onClick={() => setDraft(name)}>
        {name}
      </button>
    ) : (
      <span className={className}>{name}</span>
    );
    return <h1 className={small ? 'small-title' : undefined}>{words}</h1>;
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    keep();
  };
  return (
    <form onSubmit={submit}>
      <input
        className={`input ${className}`}
        aria-label={label}
        aria-invalid={!!wrong}
        aria-describedby={wrong ? hint : undefined}
        value={draft}
        maxLength={256}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !composing(event.nativeEvent)) setDraft(undefined);
        }}
      />
      {wrong && (
        <span id={hint} className="wrong">
          {wrong}
        </span>
      )}
    </form>
  );
}
