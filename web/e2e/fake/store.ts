import { randomUUID } from 'node:crypto';
import type { Cell, CellOperation, Operation } from '@tmi/diagram';
import { applyEvent, endOf, isFlow } from '@tmi/diagram';

export interface Person {
  readonly principal_type: 'user';
  readonly provider: string;
  readonly provider_id: string;
  readonly display_name: string;
  readonly email: string;
}
export interface FakeGrant {
  principal_type: string;
  provider: string;
  provider_id: string;
  role: string;
  display_name?: string;
  email?: string;
}
export interface FakeModel {
  id: string;
  name: string;
  description: string;
  framework: string;
  owner: Person;
  grants: FakeGrant[];
  created: string;
  modified: string;
  diagrams: FakeDiagram[];
  threats: Record<string, unknown>[];
}
export interface Logged {
  readonly seq: number;
  readonly author: Person;
  readonly operationId: string;
  readonly operation: Operation;
}
export interface FakeDiagram {
  id: string;
  name: string;
  modified: string;
  vector: number;
  cells: Map<string, Cell>;
  log: Logged[];
  session?: { id: string; host: Person } | undefined;
}

/** The suite's memory, for tests of the application alone. */
export class Store {
  readonly people = new Map<string, Person>();
  readonly models = new Map<string, FakeModel>();

  person(hint: string): Person {
    const known = this.people.get(hint);
    if (known) return known;
    const words = hint.split('-').map((word) => word.charAt(0).toUpperCase() + word.slice(1));
    const made: Person = {
      principal_type: 'user',
      provider: 'tmi',
      provider_id: hint,
      display_name: `${words.join(' ')} (TMI User)`,
      email: `${hint}@tmi.local`,
    };
    this.people.set(hint, made);
    return made;
  }

  createModel(owner: Person, name: string, description = '', framework = 'STRIDE'): FakeModel {
    const now = new Date().toISOString();
    const model: FakeModel = {
      id: randomUUID(),
      name,
      description,
      framework,
      owner,
      grants: [{ ...owner, role: 'owner' }],
      created: now,
      modified: now,
      diagrams: [],
      threats: [],
    };
    this.models.set(model.id, model);
    return model;
  }

  createDiagram(model: FakeModel, name: string): FakeDiagram {
    const diagram: FakeDiagram = {
      id: randomUUID(),
      name,
      modified: new Date().toISOString(),
      vector: 0,
      cells: new Map(),
      log: [],
    };
    model.diagrams.push(diagram);
    return diagram;
  }

  roleOf(model: FakeModel, person: Person): string | undefined {
    const roles = model.grants
      .filter(
        (grant) =>
          grant.provider_id === 'everyone' ||
          (grant.provider === person.provider && grant.provider_id === person.provider_id),
      )
      .map(({ role }) => role);
    return ['owner', 'writer', 'reader'].find((role) => roles.includes(role));
  }

  share(model: FakeModel, grants: FakeGrant[]): void {
    model.grants = grants.map((grant) =>
      grant.principal_type === 'user'
        ? { ...this.person(grant.provider_id.replace(/@.*/, '')), role: grant.role }
        : grant,
    );
  }
}

/** Applies what a client sent, as the server would store it. Undefined when nothing changes. */
export function write(diagram: FakeDiagram, author: Person, id: string, sent: Operation): Logged {
  const cells = sent.cells.flatMap((each): CellOperation[] => {
    const before = diagram.cells.get(each.id);
    if (each.operation === 'remove') return before ? removal(diagram, each.id) : [];
    const data = each.data!;
    const whole = before && data['attrs'] === undefined ? { ...before, ...data } : data;
    return [{ id: each.id, operation: before ? 'update' : 'add', data: whole }];
  });
  const operation: Operation = { type: 'patch', cells };
  applyEvent(diagram.cells, operation);
  diagram.vector += 1;
  diagram.modified = new Date().toISOString();
  const logged = { seq: diagram.vector, author, operationId: id, operation };
  diagram.log.push(logged);
  return logged;
}

function removal(diagram: FakeDiagram, id: string): CellOperation[] {
  const flows = [...diagram.cells.values()].filter(
    (cell) =>
      isFlow(cell) && [endOf(cell, 'source')?.cell, endOf(cell, 'target')?.cell].includes(id),
  );
  return [...flows.map((flow) => flow.id), id].map((gone) => ({ id: gone, operation: 'remove' }));
}
