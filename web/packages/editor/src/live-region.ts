/** One polite voice: what others did is gathered for a moment and told in one sentence. */
export class Announcer {
  readonly #say: (text: string) => void;
  readonly #counts = new Map<string, number>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(say: (text: string) => void) {
    this.#say = say;
  }

  now(text: string): void {
    this.#say(text);
  }

  others(who: string, verb: string, cells: number): void {
    const key = `${who} ${verb}`;
    this.#counts.set(key, (this.#counts.get(key) ?? 0) + cells);
    if (this.#timer === undefined) this.#timer = setTimeout(() => this.#flush(), 1500);
  }

  #flush(): void {
    this.#timer = undefined;
    const told = [...this.#counts].map(
      ([key, cells]) => `${key} ${cells} ${cells === 1 ? 'cell' : 'cells'}`,
    );
    this.#counts.clear();
    this.#say(told.join('. '));
  }
}
