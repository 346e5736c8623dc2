export const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'informational',
  'unknown',
] as const;
export type SeverityName = (typeof SEVERITIES)[number];

/** Each severity has its own shape: colour alone tells nothing. */
const SHAPES: Record<SeverityName, string> = {
  critical: 'M6 0L12 6L6 12L0 6Z',
  high: 'M6 1L11.500 11H.5Z',
  medium: 'M1 1H11V11H1Z',
  low: 'M.5 1H11.500L6 11Z',
  informational: 'M6 .5a5.500 5.500 0 1 0 .001 0z',
  unknown: 'M1 5H11V7.500H1Z',
};

export function severityOf(text: string | null | undefined): SeverityName {
  const word = (text ?? '').toLowerCase();
  return SEVERITIES.find((each) => each === word) ?? 'unknown';
}

export function capital(text: string): string {
  const spaced = text.replaceAll('_', ' ');
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}

export function Severity({ value }: { readonly value: string | null | undefined }) {
  const name = severityOf(value);
  return (
    <span className={`severity ${name}`}>
      <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
        <path d={SHAPES[name]} fill="currentColor" />
      </svg>
      {capital(name)}
    </span>
  );
}

export function SeverityBar({ counts }: { readonly counts: Record<SeverityName, number> }) {
  const told = SEVERITIES.filter((each) => counts[each] > 0)
    .map((each) => `${counts[each]} ${each}`)
    .join(', ');
  return (
    <div className="severity-bar" role="img" aria-label={told || 'No open threats'}>
      {SEVERITIES.filter((each) => counts[each] > 0).map((each) => (
        <span key={each} className={each} style={{ flexGrow: counts[each] }} />
      ))}
    </div>
  );
}
