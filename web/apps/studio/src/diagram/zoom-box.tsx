import { type Editor, Minimap } from '@tmi/editor';
import { IconButton } from '@tmi/ui';
import { useCallback } from 'react';
import { useEditor } from './use-editor';

/** The small map and the zoom, at the lower right. */
export function ZoomBox({ editor }: { readonly editor: Editor }) {
  const { zoom, empty } = useEditor(editor);
  const map = useCallback(
    (canvas: HTMLCanvasElement | null) => {
      if (!canvas) return undefined;
      const minimap = new Minimap(editor, canvas);
      return () => minimap.unmount();
    },
    [editor],
  );
  return (
    <div className="zoom-box">
      {!empty && <canvas className="minimap" ref={map} aria-hidden="true" />}
      <div role="group" aria-label="Zoom">
        <IconButton icon="minus" label="Zoom out" onClick={() => editor.zoomBy(1 / 1.2)} />
        <button
          type="button"
          className="percent"
          title="To 100 %"
          onClick={() => editor.zoomBy(1 / zoom)}
        >
          {Math.round(zoom * 100)} %
        </button>
        <IconButton icon="plus" label="Zoom in" onClick={() => editor.zoomBy(1.2)} />
        <IconButton icon="fit" label="Fit all" onClick={() => editor.fit()} />
      </div>
    </div>
  );
}
