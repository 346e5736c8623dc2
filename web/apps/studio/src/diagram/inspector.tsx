import type { Threat } from '@tmi/api';
import { ancestors, boxOf, crossings, endOf, isBoundary, isFlow, labelOf } from '@tmi/diagram';
import type { Cell } from '@tmi/diagram';
import { type Editor, deleteSelection, kindOf, nameOfCell, rename } from '@tmi/editor';
import { Button, IconButton, Severity, capital, composing } from '@tmi/ui';
import { useState } from 'react';
import { worstFirst } from '../model/counts';
import { ThreatEditor } from '../model/threat-editor';
import { useEditor } from './use-editor';

interface InspectorProps {
  readonly editor: Editor;
  readonly modelId: string;
  readonly diagramId: string;
  readonly threats: readonly Threat[];
  readonly onClose: () => void;
}

/** Follows the selection: what it is, and what threatens it. */
export function Inspector(props: InspectorProps) {
  const { editor, threats, diagramId, onClose } = props;
  const { selection, mayEdit } = useEditor(editor);
  const [open, setOpen] = useState<string>();
  const cells = [...selection].flatMap((id) => editor.scene.cell(id) ?? []);
  const [only] = cells.length === 1 ? cells : [];
  const here = threats.filter((threat) =>
    only ? threat.cell_id === only.id : threat.diagram_id === diagramId,
  );
  const chosen = here.find(({ id }) => id === open);
  if (chosen || (open === 'new' && only)) {
    return (
      <ThreatEditor
        key={chosen?.id ?? 'new'}
        modelId={props.modelId}
        threat={chosen}
        editable={mayEdit}
        {...(only ? { at: { diagram_id: diagramId, cell_id: only.id } } : {})}
        onClose={() => setOpen(undefined)}
        onSaved={() => setOpen(undefined)}
      />
    );
  }
  return (
    <aside className="side inspector" aria-label="Inspector">
      <header>
        <h2>{only ? capital(kindOf(only)) : titleOf(cells.length)}</h2>
        <IconButton icon="close" label="Close the inspector" onClick={onClose} />
      </header>
      {only && <Properties key={only.id} editor={editor} cell={only} mayEdit={mayEdit} />}
      {cells.length > 1 && mayEdit && (
        <Button icon="trash" kind="danger" onClick={() => deleteSelection(editor)}>
          Delete {cells.length} cells
        </Button>
      )}
      <Threats
        threats={here}
        onOpen={setOpen}
        title={only ? 'Threats' : 'Threats in this diagram'}
        onAdd={only && mayEdit ? () => setOpen('new') : undefined}
      />
    </aside>
  );
}

function titleOf(count: number): string {
  return count === 0 ? 'Diagram' : `${count} cells`;
}

function Properties({ editor, cell, mayEdit }: { editor: Editor; cell: Cell; mayEdit: boolean }) {
  const stored = labelOf(cell);
  const [draft, setDraft] = useState<string>();
  const keep = (): void => {
    const text = draft?.trim();
    setDraft(undefined);
    if (text !== undefined && text !== stored && (text !== '' || isFlow(cell))) {
      rename(editor, cell.id, text);
    }
  };
  return (
    <div className="properties">
      <label className="field">
        <span className="name">Label</span>
        <input
          className="input"
          value={draft ?? stored}
          maxLength={256}
          disabled={!mayEdit}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={keep}
          onKeyDown={(event) => {
            if (composing(event.nativeEvent)) return;
            if (event.key === 'Enter') keep();
            if (event.key === 'Escape') setDraft(undefined);
          }}
        />
      </label>
      <dl>
        {isFlow(cell) ? (
          <FlowFacts editor={editor} cell={cell} />
        ) : (
          <NodeFacts editor={editor} cell={cell} />
        )}
      </dl>
    </div>
  );
}

function NodeFacts({ editor, cell }: { editor: Editor; cell: Cell }) {
  const box = editor.scene.box(cell.id) ?? boxOf(cell);
  const boundary = ancestors(editor.scene.cells, cell.id).find(isBoundary);
  return (
    <>
      <Fact name="Inside">{boundary ? nameOfCell(boundary) : 'Nothing'}</Fact>
      <Fact name="Flows">{editor.scene.flowsOf(cell.id).size}</Fact>
      <Fact name="Place">
        {Math.round(box.x)}, {Math.round(box.y)}
      </Fact>
      <Fact name="Size">
        {Math.round(box.width)} × {Math.round(box.height)}
      </Fact>
    </>
  );
}

function FlowFacts({ editor, cell }: { editor: Editor; cell: Cell }) {
  const { cells } = editor.scene;
  const end = (side: 'source' | 'target'): string => {
    const node = cells.get(endOf(cell, side)?.cell ?? '');
    return node ? nameOfCell(node) : 'Nothing';
  };
  const crossed = crossings(cells, cell).flatMap((id) => cells.get(id) ?? []);
  return (
    <>
      <Fact name="From">{end('source')}</Fact>
      <Fact name="To">{end('target')}</Fact>
      <Fact name="Crosses">{crossed.map(nameOfCell).join(', ') || 'No trust boundary'}</Fact>
    </>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Threats({
  threats,
  title,
  onOpen,
  onAdd,
}: {
  threats: readonly Threat[];
  title: string;
  onOpen: (id: string) => void;
  onAdd: (() => void) | undefined;
}) {
  return (
    <section className="cell-threats" aria-label={title}>
      <h3>
        {title} <span className="muted">{threats.length}</span>
      </h3>
      <ul>
        {[...threats].sort(worstFirst).map((threat) => (
          <li key={threat.id}>
            <button type="button" className="threat-row" onClick={() => onOpen(threat.id)}>
              <span>{threat.name}</span>
              <Severity value={threat.severity} />
            </button>
          </li>
        ))}
      </ul>
      {threats.length === 0 && <p className="muted">None written down.</p>}
      {onAdd && (
        <Button icon="plus" onClick={onAdd}>
          Add threat
        </Button>
      )}
    </section>
  );
}
