import type { Editor, Snapshot } from '@tmi/editor';
import { useSyncExternalStore } from 'react';

/** Watches the editor. Panels redraw with it, at most once a change; the canvas draws itself. */
export function useEditor(editor: Editor): Snapshot {
  return useSyncExternalStore(editor.subscribe, editor.snapshot);
}
