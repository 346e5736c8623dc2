import { Button, Dialog } from '@tmi/ui';

const KEYS: readonly [string, string][] = [
  ['V  H', 'Select, pan (or hold Space)'],
  ['A  P  S  B  T  F', 'Actor, process, store, trust boundary, text, flow'],
  ['Tab', 'Next cell; with Shift the one before'],
  ['Enter', 'Write the label; F2 too'],
  ['Arrows', 'Move by a grid step; with Shift by five; with Alt resize'],
  ['C', 'Connect: arrows choose, Enter draws'],
  ['Delete', 'Delete what is selected'],
  ['Ctrl Z', 'Undo; with Shift redo'],
  ['Ctrl D  Ctrl A', 'Duplicate, select all'],
  ['1  2  0  +  -', 'Fit all, fit selection, 100 %, zoom in, out'],
  ['N', 'Next cell with an open threat'],
  ['Esc', 'Step back: tool, selection'],
];

export function KeyMap({ onClose }: { readonly onClose: () => void }) {
  return (
    <Dialog title="Keys" onClose={onClose}>
      <dl className="key-map">
        {KEYS.map(([keys, does]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map((key) => (
                <kbd key={key} className="kbd">
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <Button kind="primary" onClick={onClose}>
          Close
        </Button>
      </div>
    </Dialog>
  );
}
