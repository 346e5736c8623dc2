import { ancestors, isFlow, readingOrder } from '@tmi/diagram';
import { type Editor, kindOf, nameOfCell } from '@tmi/editor';
import { IconButton } from '@tmi/ui';
import { useEditor } from './use-editor';

/** The diagram as a list in reading order, always in step with the canvas. */
export function Outline({
  editor,
  onChoose,
  onClose,
}: {
  readonly editor: Editor;
  readonly onChoose: (id: string) => void;
  readonly onClose: () => void;
}) {
  const { selection } = useEditor(editor);
  const { cells } = editor.scene;
  return (
    <aside className="side outline" aria-label="Outline">
      <header>
        <h2>Outline</h2>
        <IconButton icon="close" label="Close the outline" onClick={onClose} />
      </header>
      <ul>
        {readingOrder(cells).map((id) => {
          const cell = cells.get(id)!;
          const depth = Math.min(6, ancestors(cells, id).length + (isFlow(cell) ? 1 : 0));
          return (
            <li key={id} className={`depth-${depth}`}>
              <button
                type="button"
                aria-current={selection.has(id)}
                onClick={() => {
                  editor.select([id]);
                  editor.reveal(id);
                  onChoose(id);
                }}
              >
                {nameOfCell(cell)} <span className="muted">{kindOf(cell)}</span>
              </button>
            </li>
          );
        })}
      </ul>
    </aside>
  );
}
