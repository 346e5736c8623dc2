import { type Api, ApiError, newId } from '@tmi/api';
import type { Cell, CellChange, Replica } from '@tmi/diagram';
import { type Notice, type SyncStatus, Watched } from './status';

export interface SoloOptions {
  readonly api: Pick<Api, 'patchDiagram'>;
  readonly modelId: string;
  readonly diagramId: string;
  readonly replica: Replica;
  readonly vector: number;
  readonly mayWrite: boolean;
  readonly onNotice: (notice: Notice) => void;
  /** A live session holds the diagram: only through it can it be changed. */
  readonly onLive: () => void;
  readonly quiet?: number;
}

/** Editing alone: changes show at once and are saved as the whole list of cells after a short quiet. */
export class SoloSync {
  readonly status: Watched<SyncStatus>;
  readonly #options: SoloOptions;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #saving: Promise<void> | undefined;
  #failures = 0;
  #over = false;
  #sequence: number;

  constructor(options: SoloOptions) {
    this.#options = options;
    this.#sequence = options.vector;
    this.status = new Watched<SyncStatus>({
      connection: options.mayWrite
        ? { kind: 'saved' }
        : { kind: 'read-only', why: 'you are a reader here' },
      live: false,
      people: [],
      host: null,
    });
    if (options.replica.pending.length > 0) this.#later(0);
  }

  get sequence(): number {
    return this.#sequence;
  }

  change(changes: readonly CellChange[]): string[] {
    const id = newId();
    this.#options.replica.change({ id, changes });
    this.#tell('saving');
    this.#later(this.#options.quiet ?? 400);
    return [id];
  }

  leave(): void {
    this.#over = true;
    clearTimeout(this.#timer);
  }

  hurry(): void {
    if (this.#options.replica.pending.length > 0) this.#later(0);
  }

  /** Everything saved, or as much as the server takes now. */
  async settle(): Promise<void> {
    clearTimeout(this.#timer);
    await this.#saving;
    if (!this.#over && this.#options.replica.pending.length > 0) await this.#save();
  }

  #later(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#saving = (this.#saving ?? Promise.resolve()).then(() => this.#save());
    }, wait);
  }

  async #save(): Promise<void> {
    const { api, modelId, diagramId, replica } = this.#options;
    const sent = replica.pending.map(({ id }) => id);
    if (sent.length === 0 || this.#over) return;
    try {
      const cells = [...replica.shown.values()];
      const answer = await api.patchDiagram(modelId, diagramId, { cells });
      this.#failures = 0;
      this.#sequence = answer.update_vector;
      for (const id of sent) replica.confirm(id);
      replica.reset(answer.cells as readonly Cell[]);
    } catch (error) {
      this.#failed(error, sent);
    }
    if (this.#over) return;
    if (replica.pending.length === 0) this.#tell('saved');
    else this.#later(Math.min(8_000, 400 * 2 ** this.#failures));
  }

  #failed(error: unknown, sent: readonly string[]): void {
    const status = error instanceof ApiError ? error.status : 0;
    if (status === 409) {
      this.#over = true;
      this.#options.onLive();
    } else if (status === 0 || status >= 500 || status === 429) {
      this.#failures += 1;
      this.#tell('reconnecting');
    } else {
      for (const id of sent) this.#options.replica.drop(id);
      const text = error instanceof Error ? error.message : 'The change was refused.';
      this.#options.onNotice({ tone: 'problem', text });
    }
  }

  #tell(kind: 'saved' | 'saving' | 'reconnecting'): void {
    this.status.set({ ...this.status.get(), connection: { kind } });
  }
}
