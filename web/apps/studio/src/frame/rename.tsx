import { type FormEvent, useState } from 'react';

/** A title that becomes a field when it is pressed. Enter and leaving keep, Escape drops. */
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
  const keep = (): void => {
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
        value={draft}
        maxLength={256}
        autoFocus
        onChange={(event) => setDraft(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Escape') setDraft(undefined);
        }}
      />
    </form>
  );
}
