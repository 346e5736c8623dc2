import { useQuery } from '@tanstack/react-query';
import { Icon } from '@tmi/ui';
import { useEffect, useRef } from 'react';
import { api, keys } from './api';

/** A diagram small, drawn from its cells. Decoration: the name beside it says the same. */
export function Thumbnail({
  modelId,
  diagramId,
}: {
  readonly modelId: string;
  readonly diagramId: string | undefined;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { data } = useQuery({
    queryKey: keys.diagram(modelId, diagramId ?? ''),
    queryFn: () => api.diagram(modelId, diagramId!),
    enabled: diagramId !== undefined,
  });
  const drawn = data !== undefined && data.cells.length > 0;
  useEffect(() => {
    if (!drawn) return undefined;
    const draw = (): void => {
      void import('@tmi/editor').then(({ drawThumbnail }) => {
        if (canvas.current) drawThumbnail(canvas.current, data.cells);
      });
    };
    draw();
    const theme = new MutationObserver(draw);
    theme.observe(document.documentElement, { attributes: true });
    return () => theme.disconnect();
  }, [data, drawn]);
  return (
    <div className="thumbnail" aria-hidden="true">
      {drawn ? <canvas ref={canvas} /> : <Icon name="flow" size={28} />}
    </div>
  );
}
