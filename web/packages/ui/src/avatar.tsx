/** A person as initials in a ring; the ring's colour belongs to the person and stays. */
export function Avatar({
  id,
  name,
  note,
}: {
  readonly id: string;
  readonly name: string;
  readonly note?: string;
}) {
  const told = note ? `${name}, ${note}` : name;
  return (
    <span className={`avatar person-${hueOf(id)}`} role="img" aria-label={told} title={told}>
      {initials(name)}
    </span>
  );
}

export function hueOf(id: string): number {
  let sum = 0;
  for (const char of id) sum = (sum * 31 + char.codePointAt(0)!) >>> 0;
  return sum % 12;
}

export function initials(name: string): string {
  const words = name
    .replace(/\(.*?\)/g, '')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const [first, last] = [words[0] ?? '?', words.length > 1 ? words[words.length - 1]! : ''];
  return (first.charAt(0) + last.charAt(0)).toUpperCase();
}
