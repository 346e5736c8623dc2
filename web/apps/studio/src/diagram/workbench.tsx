import type { Threat } from '@tmi/api';
import { type Editor, type Mounted, mount } from '@tmi/editor';
import { toast } from '@tmi/ui';
import { useCallback, useEffect, useRef, useState } from 'react';
import { api } from '../api';
import { isOpen } from '../model/counts';
import { useThreats } from '../model/use-model';
import { Desk } from './desk';
import { type WorkbenchProps, forgetPictures } from './diagram-page';
import { Dock } from './dock';
import { Inspector } from './inspector';
import { KeyMap } from './key-map';
import { Outline } from './outline';
import { SessionBar } from './session-bar';
import { ZoomBox } from './zoom-box';

/** The drafting table: the canvas fills the window, everything else floats beside it. */
export function Workbench(props: WorkbenchProps) {
  const { model, diagram, role } = props;
  const voice = useRef<HTMLDivElement>(null);
  const [desk, setDesk] = useState<Desk>();
  const [mounted, setMounted] = useState<Mounted>();
  const [keyMap, setKeyMap] = useState(false);
  const [panel, setPanel] = useState<'inspector' | 'outline' | undefined>(() =>
    window.innerWidth > 900 ? 'inspector' : undefined,
  );
  const threats = useThreats(model.id);

  useDesk(props, setDesk, voice);
  useThreatMarks(desk?.editor, threats.data, diagram.id);

  const host = useCallback(
    (element: HTMLDivElement | null) => {
      if (!element || !desk) return undefined;
      const made = mount(desk.editor, element, {
        label: `Diagram ${diagram.name}`,
        help: () => setKeyMap(true),
      });
      setMounted(made);
      return () => made.unmount();
    },
    [desk, diagram.name],
  );

  if (!desk) return <div className="waiting" aria-busy="true" />;
  return (
    <div className="workbench">
      <SessionBar
        desk={desk}
        model={model}
        diagram={diagram}
        role={role}
        panel={panel}
        onPanel={setPanel}
      />
      <div className="table-top">
        <div className="canvas-frame">
          <div ref={host} />
          <Dock editor={desk.editor} mounted={mounted} onHelp={() => setKeyMap(true)} />
          <ZoomBox editor={desk.editor} />
        </div>
        {panel === 'inspector' && (
          <Inspector
            editor={desk.editor}
            modelId={model.id}
            diagramId={diagram.id}
            threats={threats.data ?? []}
            onClose={() => setPanel(undefined)}
          />
        )}
        {panel === 'outline' && (
          <Outline
            editor={desk.editor}
            onChoose={(id) => mounted?.focusCell(id)}
            onClose={() => setPanel(undefined)}
          />
        )}
      </div>
      <div ref={voice} className="out-of-sight" role="status" aria-live="polite" />
      {keyMap && <KeyMap onClose={() => setKeyMap(false)} />}
    </div>
  );
}

/** One desk as long as the diagram is open. */
function useDesk(
  { me, model, diagram, role }: WorkbenchProps,
  setDesk: (desk: Desk | undefined) => void,
  voice: { current: HTMLDivElement | null },
): void {
  const first = useRef(diagram);
  useEffect(() => {
    const { id, cells, update_vector } = first.current;
    const desk = new Desk({
      api,
      me,
      modelId: model.id,
      diagramId: id,
      cells,
      vector: update_vector,
      mayWrite: role !== 'reader',
      onNotice: ({ text, tone }) => toast(text, tone),
      say: (text) => {
        if (voice.current) voice.current.textContent = text;
      },
    });
    setDesk(desk);
    return () => {
      desk.close();
      forgetPictures(model.id, id);
    };
  }, [me, model.id, role, setDesk, voice]);
}

function useThreatMarks(
  editor: Editor | undefined,
  threats: readonly Threat[] | undefined,
  diagramId: string,
): void {
  useEffect(() => {
    if (!editor) return;
    const counts = new Map<string, number>();
    for (const threat of threats ?? []) {
      if (!threat.cell_id || !isOpen(threat)) continue;
      if (threat.diagram_id && threat.diagram_id !== diagramId) continue;
      counts.set(threat.cell_id, (counts.get(threat.cell_id) ?? 0) + 1);
    }
    editor.markThreats(counts);
  }, [editor, threats, diagramId]);
}
