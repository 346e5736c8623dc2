import { labelOf } from '@tmi/diagram';
import { useQuery } from '@tanstack/react-query';
import { Select } from '@tmi/ui';
import { api, keys } from '../api';
import { useDiagrams } from './use-model';

/** The diagram and the cell that a threat belongs to. */
export function CellPicker({
  modelId,
  diagram,
  cell,
  onChange,
}: {
  readonly modelId: string;
  readonly diagram: string | null;
  readonly cell: string | null;
  readonly onChange: (place: { diagram_id: string | null; cell_id: string | null }) => void;
}) {
  const diagrams = useDiagrams(modelId).data ?? [];
  const content = useQuery({
    queryKey: keys.diagram(modelId, diagram ?? ''),
    queryFn: () => api.diagram(modelId, diagram!),
    enabled: diagram !== null,
  });
  const cells = (content.data?.cells ?? [])
    .filter((each) => each.shape !== 'text-box')
    .map((each) => ({ value: each.id, text: labelOf(each) || `unnamed ${each.shape}` }))
    .sort((a, b) => a.text.localeCompare(b.text));
  const known = cell === null || cells.some(({ value }) => value === cell);
  return (
    <div className="pair">
      <Select
        label="Diagram"
        value={diagram ?? ''}
        options={[
          { value: '', text: 'None' },
          ...diagrams.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={(event) => onChange({ diagram_id: event.target.value || null, cell_id: null })}
      />
      <Select
        label="Cell"
        value={cell ?? ''}
        disabled={diagram === null}
        options={[
          { value: '', text: 'None' },
          ...(known ? [] : [{ value: cell, text: 'A cell that is gone' }]),
          ...cells,
        ]}
        onChange={(event) => onChange({ diagram_id: diagram, cell_id: event.target.value || null })}
      />
    </div>
  );
}
