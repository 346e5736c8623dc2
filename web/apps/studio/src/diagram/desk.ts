import { type Api, type Me, newId, samePerson } from '@tmi/api';
import { type Cell, type CellChange, Replica } from '@tmi/diagram';
import { Editor } from '@tmi/editor';
import { LiveSync, type Notice, SoloSync, type SyncStatus, Watched } from '@tmi/sync';

export interface DeskOptions {
  readonly api: Api;
  readonly me: Me;
  readonly modelId: string;
  readonly diagramId: string;
  readonly cells: readonly Cell[];
  readonly vector: number;
  readonly mayWrite: boolean;
  readonly onNotice: (notice: Notice) => void;
  readonly say: (text: string) => void;
}

const LOOK_EVERY = 5_000;

/**
 * One open diagram: its replica, its editor, and the way its changes go – alone, or live with others.
 * A running session is joined at once, because only through it can the diagram be changed.
 */
export class Desk {
  readonly replica = new Replica();
  readonly editor: Editor;
  readonly status: Watched<SyncStatus>;
  readonly #options: DeskOptions;
  #sync: SoloSync | LiveSync;
  #unwatch: () => void = () => undefined;
  #look: ReturnType<typeof setInterval> | undefined;
  #closed = false;

  constructor(options: DeskOptions) {
    this.#options = options;
    this.replica.reset(options.cells);
    this.#sync = this.#solo(options.vector);
    this.status = new Watched(this.#sync.status.get());
    this.editor = new Editor({
      replica: this.replica,
      commit: (changes: readonly CellChange[]) => void this.#sync.change(changes),
      mayEdit: () => options.mayWrite && this.#sync.status.get().connection.kind !== 'read-only',
      newId,
      say: options.say,
    });
    this.#watch();
    void this.#joinIfLive();
    this.#look = setInterval(() => void this.#joinIfLive(), LOOK_EVERY);
    window.addEventListener('online', this.#online);
    window.addEventListener('beforeunload', this.#leaving);
  }

  get live(): boolean {
    return this.#sync instanceof LiveSync;
  }

  /** Starts a live session, or joins the one there is. */
  async goLive(): Promise<void> {
    if (this.live || this.#closed) return;
    if (this.#sync instanceof SoloSync) await this.#sync.settle();
    if (!this.live && !this.#closed) this.#switch(this.#liveSync());
  }

  async endSession(): Promise<void> {
    const { api, modelId, diagramId } = this.#options;
    await api.endSession(modelId, diagramId);
  }

  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    clearInterval(this.#look);
    window.removeEventListener('online', this.#online);
    window.removeEventListener('beforeunload', this.#leaving);
    this.#unwatch();
    const sync = this.#sync;
    if (sync instanceof SoloSync) void sync.settle().then(() => sync.leave());
    else sync.leave();
  }

  #solo(vector: number): SoloSync {
    const { api, modelId, diagramId, mayWrite, onNotice } = this.#options;
    return new SoloSync({
      api,
      modelId,
      diagramId,
      replica: this.replica,
      vector,
      mayWrite,
      onNotice,
      onLive: () => this.#switch(this.#liveSync()),
    });
  }

  #liveSync(): LiveSync {
    const { api, modelId, diagramId, me, onNotice } = this.#options;
    return new LiveSync({
      api,
      modelId,
      diagramId,
      replica: this.replica,
      vector: this.#sync.sequence,
      isMe: (user) => samePerson(user, me),
      open: (url) => new WebSocket(socketAddress(url)),
      onNotice,
      onRemote: (who, cells) => this.editor.announcer.others(who, 'changed', cells),
      onEnd: (reason, mayReturn) => void this.#ended(reason, mayReturn),
    });
  }

  #switch(next: SoloSync | LiveSync): void {
    this.#unwatch();
    this.#sync.leave();
    this.#sync = next;
    this.#watch();
  }

  #watch(): void {
    const { status } = this.#sync;
    this.#unwatch = status.subscribe(() => this.#follow());
    this.#follow();
  }

  #follow(): void {
    this.status.set(this.#sync.status.get());
    this.editor.changed();
  }

  async #joinIfLive(): Promise<void> {
    if (this.live || this.#closed) return;
    const { api, diagramId } = this.#options;
    const sessions = await api.sessions().catch(() => []);
    if (sessions.some((each) => each.diagram_id === diagramId)) await this.goLive();
  }

  /** After a session: go on alone from what is stored, or only look. */
  async #ended(reason: string, mayReturn: boolean): Promise<void> {
    const { api, modelId, diagramId, onNotice } = this.#options;
    if (!mayReturn) {
      const connection = { kind: 'read-only', why: reason } as const;
      this.status.set({ ...this.status.get(), connection, live: false, people: [] });
      this.editor.changed();
      return;
    }
    onNotice({ tone: 'info', text: `Working alone now: ${reason}.` });
    const stored = await api.diagram(modelId, diagramId);
    if (this.#closed) return;
    this.replica.reset(stored.cells);
    this.#switch(this.#solo(stored.update_vector));
  }

  readonly #online = (): void => this.#sync.hurry();

  readonly #leaving = (event: BeforeUnloadEvent): void => {
    if (this.replica.pending.length > 0) event.preventDefault();
  };
}

/** The server tells an absolute address or a path; a secure page may only open a secure socket. */
function socketAddress(url: string): string {
  const address = new URL(url, location.href);
  address.protocol = location.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}
