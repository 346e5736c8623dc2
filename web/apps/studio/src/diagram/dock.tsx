import { type Editor, type Mounted, type ToolName, addInView, deleteSelection } from '@tmi/editor';
import { Icon, IconButton, type IconName } from '@tmi/ui';
import { useEditor } from './use-editor';

const TOOLS: readonly { tool: ToolName; icon: IconName; name: string; key: string }[] = [
  { tool: 'select', icon: 'cursor', name: 'Select', key: 'V' },
  { tool: 'pan', icon: 'hand', name: 'Pan', key: 'H' },
  { tool: 'actor', icon: 'actor', name: 'Actor', key: 'A' },
  { tool: 'process', icon: 'process', name: 'Process', key: 'P' },
  { tool: 'store', icon: 'store', name: 'Data store', key: 'S' },
  { tool: 'security-boundary', icon: 'boundary', name: 'Trust boundary', key: 'B' },
  { tool: 'text-box', icon: 'text', name: 'Text', key: 'T' },
  { tool: 'flow', icon: 'flow', name: 'Flow', key: 'F' },
];

/** Eight tools at the foot of the canvas. Enter on a shape's button places it in the middle. */
export function Dock({
  editor,
  mounted,
  onHelp,
}: {
  readonly editor: Editor;
  readonly mounted: Mounted | undefined;
  readonly onHelp: () => void;
}) {
  const { tool, mayEdit, canUndo, canRedo, selection } = useEditor(editor);
  const shown = mayEdit ? TOOLS : TOOLS.slice(0, 2);
  const place = (chosen: ToolName): void => {
    if (chosen === 'select' || chosen === 'pan' || chosen === 'flow') return;
    mounted?.focusCell(addInView(editor, chosen));
  };
  return (
    <div className="dock" role="toolbar" aria-label="Drawing tools">
      {shown.map((each) => (
        <button
          key={each.tool}
          type="button"
          className="dock-tool"
          aria-label={each.name}
          aria-pressed={tool === each.tool}
          aria-keyshortcuts={each.key}
          title={`${each.name} – ${each.key}`}
          onClick={(event) => {
            editor.setTool(each.tool);
            // A click without a pointer is Enter or Space: there is nowhere to point next.
            if (event.detail === 0) place(each.tool);
          }}
        >
          <Icon name={each.icon} size={20} />
          <span className="key" aria-hidden="true">
            {each.key}
          </span>
        </button>
      ))}
      {mayEdit && (
        <>
          <span className="divider" />
          <IconButton icon="undo" label="Undo" disabled={!canUndo} onClick={() => editor.undo()} />
          <IconButton icon="redo" label="Redo" disabled={!canRedo} onClick={() => editor.redo()} />
          <IconButton
            icon="trash"
            label="Delete what is selected"
            disabled={selection.size === 0}
            onClick={() => deleteSelection(editor)}
          />
        </>
      )}
      <span className="divider" />
      <IconButton icon="help" label="Keys" onClick={onHelp} />
    </div>
  );
}
