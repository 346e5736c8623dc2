/** The contract's shapes, as far as the application reads them. */
export interface Principal {
  readonly principal_type: 'user' | 'group';
  readonly provider: string;
  readonly provider_id: string;
  readonly display_name?: string | null;
  readonly email?: string | null;
}

export type Role = 'reader' | 'writer' | 'owner';
export type Grant = Principal & { readonly role: Role };

export interface Me extends Principal {
  readonly is_admin: boolean;
  readonly is_security_reviewer: boolean;
  readonly groups?: readonly { readonly internal_uuid: string; readonly group_name: string }[];
}

export interface Provider {
  readonly id: string;
  readonly name: string;
  readonly icon?: string;
  readonly auth_url: string;
}

export interface ThreatModelItem {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly created_at: string;
  readonly modified_at: string;
  readonly owner: Principal;
  readonly status?: string | null;
  readonly threat_model_framework: string;
  readonly diagram_count: number;
  readonly threat_count: number;
}

export interface ThreatModel {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly owner: Principal;
  readonly created_at: string;
  readonly modified_at: string;
  readonly status?: string | null;
  readonly threat_model_framework?: string | null;
  readonly is_confidential?: boolean;
  readonly authorization: readonly Grant[];
}

export interface DiagramItem {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly modified_at: string;
  readonly image?: { readonly svg?: string; readonly update_vector?: number } | null;
}

export interface Diagram {
  readonly id: string;
  readonly name: string;
  readonly update_vector: number;
  readonly cells: readonly WireCell[];
}
export interface WireCell {
  readonly id: string;
  readonly shape: string;
  readonly [key: string]: WireValue | undefined;
}
export type WireValue =
  | null
  | boolean
  | number
  | string
  | readonly WireValue[]
  | { readonly [key: string]: WireValue | undefined };

export interface Threat {
  readonly id: string;
  readonly name: string;
  readonly description?: string | null;
  readonly mitigation?: string | null;
  readonly severity?: string | null;
  readonly status?: string | null;
  readonly priority?: string | null;
  readonly mitigated?: boolean;
  readonly threat_type: readonly string[];
  readonly diagram_id?: string | null;
  readonly cell_id?: string | null;
  readonly modified_at: string;
}
export type ThreatDraft = Pick<Threat, 'name'> & Partial<Omit<Threat, 'id' | 'modified_at'>>;

export interface Session {
  readonly session_id: string;
  readonly threat_model_id: string;
  readonly threat_model_name: string;
  readonly diagram_id: string;
  readonly diagram_name: string;
  readonly host: Principal;
  readonly participants: readonly Participant[];
  readonly websocket_url: string;
}

export interface Participant {
  readonly user: Principal;
  readonly permissions: string;
  readonly last_activity?: string;
}
