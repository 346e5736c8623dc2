import type { Api } from '@tmi/api';
import type { Replica } from '@tmi/diagram';
import type { Patience, SocketLike } from './line';
import type { Notice } from './status';

export interface LiveOptions {
  readonly api: Pick<Api, 'session' | 'startSession' | 'ticket'>;
  readonly modelId: string;
  readonly diagramId: string;
  readonly replica: Replica;
  /** The number that the replica's cells carry, when they were read before. */
  readonly vector: number;
  readonly isMe: (user: { provider: string; provider_id: string }) => boolean;
  readonly open: (url: string) => SocketLike;
  readonly onNotice: (notice: Notice) => void;
  /** Somebody else changed so many cells. */
  readonly onRemote?: (who: string, cells: number) => void;
  /** The session is over, or this person is out of it: edits go on without it, or not at all. */
  readonly onEnd: (reason: string, mayReturn: boolean) => void;
  readonly patience?: Patience;
}

/** Errors that put this person out of the session; all others only refuse something. */
export const ENDS = new Set([
  'removed_from_session',
  'access_denied',
  'unauthorized',
  'diagram_not_found',
  'threat_model_not_found',
]);
