import type { Participant, Principal } from '@tmi/api';
import type { Cell, Operation } from '@tmi/diagram';

/** What the server tells over the socket: `contract/realtime-protocol.md` 2. */
export type ServerMessage =
  | {
      readonly message_type: 'diagram_state';
      readonly update_vector: number;
      readonly sequence_number?: number;
      readonly cells: readonly Cell[];
    }
  | {
      readonly message_type: 'diagram_operation_event';
      readonly initiating_user: Principal;
      readonly operation_id: string;
      readonly sequence_number: number;
      readonly update_vector: number;
      readonly operation: Operation;
    }
  | {
      readonly message_type: 'operation_acknowledged';
      readonly operation_id: string;
      readonly sequence_number: number;
      readonly update_vector: number;
      /** Where the server stored something else than was sent: the cells as they are now. */
      readonly operation?: Operation;
    }
  | {
      readonly message_type: 'operation_rejected';
      readonly operation_id: string;
      readonly reason: string;
      readonly message: string;
      readonly requires_resync: boolean;
    }
  | { readonly message_type: 'authorization_denied'; readonly original_operation_id: string }
  | {
      readonly message_type: 'participants_update';
      readonly participants: readonly Participant[];
      readonly host: Principal | null;
      readonly current_presenter: Principal | null;
    }
  | { readonly message_type: 'sync_status_response'; readonly update_vector: number }
  | { readonly message_type: 'error'; readonly error: string; readonly message: string };

export type ClientMessage =
  | {
      readonly message_type: 'diagram_operation_request';
      readonly operation_id: string;
      readonly base_vector: number;
      readonly operation: Operation;
    }
  | { readonly message_type: 'sync_request'; readonly update_vector?: number }
  | { readonly message_type: 'sync_status_request' };

const KNOWN = new Set([
  'diagram_state',
  'diagram_operation_event',
  'operation_acknowledged',
  'operation_rejected',
  'authorization_denied',
  'participants_update',
  'sync_status_response',
  'error',
]);

/** Undefined for what this client does not know: a newer server may say more. */
export function parse(text: string): ServerMessage | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const kind = (value as Record<string, unknown>)['message_type'];
  return typeof kind === 'string' && KNOWN.has(kind) ? (value as ServerMessage) : undefined;
}
