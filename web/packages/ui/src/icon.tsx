/** Line drawings on a grid of 24, all by one pen; shown beside words or named by their button. */
const PATHS = {
  home: 'M4 11l8-7 8 7M6 9.5V20h12V9.5M10 20v-6h4v6',
  models: 'M4 5h16v5H4zM4 14h7v5H4zM15 14h5v5h-5zM7.5 10v4M17.5 10v4',
  plus: 'M12 5v14M5 12h14',
  close: 'M6 6l12 12M18 6L6 18',
  back: 'M15 5l-7 7 7 7',
  share: 'M9 8a3 3 0 1 0 0-.01M3.5 19c.6-3.2 2.7-5 5.5-5s4.900 1.800 5.500 5M16.500 6v6M13.500 9h6',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.400 1.400M17.600 17.600L19 19M19 5l-1.400 1.400M6.400 17.600L5 19',
  moon: 'M19 14.500A8 8 0 0 1 9.500 5a8 8 0 1 0 9.500 9.500z',
  cursor: 'M6 4l12 7-5.500 1.500L9.500 18z',
  hand: 'M8 12V6.500a1.500 1.500 0 0 1 3 0V11M11 10.500v-6a1.500 1.500 0 0 1 3 0V11M14 11V6a1.500 1.500 0 0 1 3 0v8.500c0 3.500-2 6-5.500 6-3 0-4.500-1.500-6-4.500l-1.700-3.300a1.400 1.400 0 0 1 2.300-1.500L8 13',
  actor: 'M4 6h16v12H4z',
  process: 'M7 6h10a3 3 0 0 1 3 3v6a3 3 0 0 1-3 3H7a3 3 0 0 1-3-3V9a3 3 0 0 1 3-3z',
  store:
    'M5 7c0-1.700 3.100-3 7-3s7 1.300 7 3v10c0 1.700-3.100 3-7 3s-7-1.300-7-3zM5 7c0 1.700 3.100 3 7 3s7-1.300 7-3',
  boundary:
    'M4 8V6a2 2 0 0 1 2-2h2M11 4h2M16 4h2a2 2 0 0 1 2 2v2M20 11v2M20 16v2a2 2 0 0 1-2 2h-2M13 20h-2M8 20H6a2 2 0 0 1-2-2v-2M4 13v-2',
  text: 'M6 6h12M12 6v13M9.500 19h5',
  flow: 'M4 17c6 0 6-10 13-10M13.500 3.500L17.500 7l-3.500 4',
  undo: 'M9 7L5 11l4 4M5 11h9a5 5 0 0 1 0 10h-2',
  redo: 'M15 7l4 4-4 4M19 11h-9a5 5 0 0 0 0 10h2',
  trash: 'M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5',
  minus: 'M5 12h14',
  fit: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  live: 'M12 10a2 2 0 1 0 0 4 2 2 0 0 0 0-4M7.500 7.500a6.400 6.400 0 0 0 0 9M16.500 7.500a6.400 6.400 0 0 1 0 9M4.700 4.700a10.300 10.300 0 0 0 0 14.600M19.300 4.700a10.300 10.300 0 0 1 0 14.600',
  link: 'M10 14a4 4 0 0 0 5.700 0l3-3a4 4 0 0 0-5.700-5.700l-1 1M14 10a4 4 0 0 0-5.700 0l-3 3a4 4 0 0 0 5.700 5.700l1-1',
  shield: 'M12 3l7 3v5.500c0 4.500-3 7.500-7 9.500-4-2-7-5-7-9.500V6z',
  out: 'M14 4h5v16h-5M10 8l-4 4 4 4M6 12h9',
  help: 'M9.500 9a2.600 2.600 0 1 1 3.800 2.300c-.9.500-1.300 1-1.300 2.200M12 17v.5',
  panel: 'M4 5h16v14H4zM14.500 5v14',
  people:
    'M8.500 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 19c.5-3 2.600-5 5.500-5s5 2 5.500 5M16 11a2.500 2.500 0 1 0 0-5M16.500 14.200c2.400.3 4 2.100 4.500 4.800',
  circle: 'M12 5a7 7 0 1 0 .001 0z',
  check: 'M5 12.500l4.500 4.500L19 7.500',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.6}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
