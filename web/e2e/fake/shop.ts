import { type Cell, type NodeShape, newFlow, newNode } from '@tmi/diagram';
import { randomUUID } from 'node:crypto';
import type { FakeDiagram, FakeModel, Store } from './store';

export interface Shop {
  readonly model: FakeModel;
  readonly diagram: FakeDiagram;
  readonly threat: string;
  readonly ids: Record<string, string>;
}

/** A small web shop: something to look at, with every kind of cell in it. */
export function shop(store: Store): Shop {
  const ana = store.person('ana');
  const model = store.createModel(
    ana,
    'Web shop',
    'The public shop, from the browser to the card processor.',
  );
  const diagram = store.createDiagram(model, 'Checkout');
  const ids: Record<string, string> = {};
  const put = (cell: Cell): void => void diagram.cells.set(cell.id, cell);
  const node = (shape: NodeShape, name: string, place: number[], parent?: string): void => {
    const [x, y, width, height] = place as [number, number, number, number];
    ids[name] = randomUUID();
    put(newNode(ids[name], shape, { x, y, width, height }, parent ? ids[parent]! : null, name));
  };
  const flow = (from: string, out: string, to: string, into: string, label: string): void => {
    ids[label] = randomUUID();
    put(
      newFlow(ids[label], { cell: ids[from]!, port: out }, { cell: ids[to]!, port: into }, label),
    );
  };
  node('security-boundary', 'Cloud', [320, 60, 640, 430]);
  node('security-boundary', 'Payment zone', [640, 110, 290, 160], 'Cloud');
  node('actor', 'Customer', [60, 150, 130, 60]);
  node('process', 'Web shop', [370, 150, 150, 60], 'Cloud');
  node('process', 'Payment service', [700, 160, 170, 60], 'Payment zone');
  node('store', 'Orders', [370, 360, 150, 80], 'Cloud');
  node('process', 'Fulfilment', [700, 370, 150, 60], 'Cloud');
  node('actor', 'Card processor', [1080, 150, 150, 60]);
  node('text-box', 'Public internet', [50, 90, 150, 30]);
  flow('Customer', 'right', 'Web shop', 'left', 'order');
  flow('Web shop', 'right', 'Payment service', 'left', 'charge');
  flow('Payment service', 'right', 'Card processor', 'left', 'authorise');
  flow('Web shop', 'bottom', 'Orders', 'top', 'store order');
  flow('Orders', 'right', 'Fulfilment', 'left', 'open orders');
  diagram.vector = 1;
  const threat = (name: string, severity: string, cell: string, more = {}): string => {
    const id = randomUUID();
    model.threats.push({
      id,
      name,
      severity,
      status: 'open',
      threat_type: [],
      diagram_id: diagram.id,
      cell_id: ids[cell],
      created_at: model.created,
      modified_at: model.modified,
      ...more,
    });
    return id;
  };
  const first = threat('Card numbers read in transit', 'critical', 'charge', {
    description: 'Whoever listens between shop and payment service reads card numbers.',
    mitigation: 'Mutual TLS inside the cloud; the shop never sees the full number.',
  });
  threat('Orders changed by a stolen database account', 'high', 'Orders');
  threat('Customer denies having ordered', 'medium', 'order', { status: 'accepted' });
  threat('Shop overloaded before a sale', 'high', 'Web shop', {
    mitigation: 'Queue before the checkout, limits for each address.',
  });
  threat('Error pages tell versions', 'low', 'Web shop');
  model.grants.push({ ...store.person('bea'), role: 'writer' });
  const other = store.createModel(
    store.person('carl-gustav'),
    'Staff portal with a long name that has to be cut somewhere',
  );
  other.grants.push({ ...ana, role: 'reader' });
  return { model, diagram, threat: first, ids };
}
