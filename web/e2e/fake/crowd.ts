import { randomUUID } from 'node:crypto';
import { type Cell, newFlow, newNode } from '@tmi/diagram';
import type { FakeDiagram, Store } from './store';

const INSIDE = 30;

/** A large diagram: boundaries of thirty nodes each, 1.2 flows a node, always the same for a size. */
export function crowd(
  store: Store,
  owner: string,
  nodes: number,
): { model: string; diagram: FakeDiagram } {
  const model = store.createModel(store.person(owner), `Crowd of ${nodes}`);
  const diagram = store.createDiagram(model, `${nodes} nodes`);
  const put = (cell: Cell): void => void diagram.cells.set(cell.id, cell);
  const random = sequence(7);
  const ids: string[] = [];
  const across = Math.ceil(Math.sqrt(nodes / INSIDE));
  while (ids.length < nodes) {
    const cluster = Math.floor(ids.length / INSIDE);
    const [left, top] = [(cluster % across) * 1400, Math.floor(cluster / across) * 900];
    const zone = randomUUID();
    put(
      newNode(
        zone,
        'security-boundary',
        { x: left, y: top, width: 1300, height: 780 },
        null,
        `Zone ${cluster}`,
      ),
    );
    for (let i = 0; i < INSIDE && ids.length < nodes; i++) {
      const id = randomUUID();
      const shape = (['process', 'store', 'actor'] as const)[Math.floor(random() * 3)]!;
      const box = {
        x: left + 40 + (i % 6) * 205,
        y: top + 60 + Math.floor(i / 6) * 140,
        width: 140,
        height: 60,
      };
      put(newNode(id, shape, box, zone, `${shape} ${ids.length}`));
      ids.push(id);
    }
  }
  for (let i = 0; i < nodes * 1.2; i++) {
    const from = Math.floor(random() * nodes);
    const near = Math.max(0, Math.min(nodes - 1, from + 1 + Math.floor(random() * 12) - 6));
    if (near === from) continue;
    const id = randomUUID();
    put(
      newFlow(
        id,
        { cell: ids[from]!, port: 'right' },
        { cell: ids[near]!, port: 'left' },
        `flow ${i}`,
      ),
    );
  }
  diagram.vector = 1;
  return { model: model.id, diagram };
}

/** Numbers that look random and are the same each time. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}
