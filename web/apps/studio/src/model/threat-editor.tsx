import { type Threat, type ThreatDraft, whyRefused } from '@tmi/api';
import { useMutation } from '@tanstack/react-query';
import {
  Button,
  IconButton,
  Problem,
  SEVERITIES,
  Select,
  TextArea,
  TextField,
  capital,
  severityOf,
} from '@tmi/ui';
import { type FormEvent, useState } from 'react';
import { api, keys, queries } from '../api';
import { CellPicker } from './cell-picker';
import { STATUSES } from './counts';

export interface ThreatEditorProps {
  readonly modelId: string;
  /** Absent for a new one. */
  readonly threat: Threat | undefined;
  readonly editable: boolean;
  /** Where a new threat belongs, when it is made from a cell. */
  readonly at?: { readonly diagram_id: string; readonly cell_id: string };
  readonly onClose: () => void;
  readonly onSaved: (threat: Threat) => void;
}

export function ThreatEditor(props: ThreatEditorProps) {
  const { modelId, threat, editable, onClose, onSaved } = props;
  const [draft, setDraft] = useState(() => draftOf(threat, props.at));
  const [unnamed, setUnnamed] = useState<string>();
  const wrong = {
    name: whyRefused('threat-name', draft.name) ?? unnamed,
    description: whyRefused('threat-text', draft.description),
    mitigation: whyRefused('threat-text', draft.mitigation),
  };
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }));
  const refresh = () => queries.invalidateQueries({ queryKey: keys.threats(modelId) });
  const save = useMutation({
    mutationFn: () =>
      threat
        ? api.patchThreat(modelId, threat.id, changesOf(draftOf(threat), draft))
        : api.createThreat(modelId, toSend(draft)),
    onSuccess: async (saved) => {
      await refresh();
      onSaved(saved);
    },
  });
  const remove = useMutation({
    mutationFn: () => api.deleteThreat(modelId, threat!.id),
    onSuccess: async () => {
      onClose();
      await refresh();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (draft.name.trim() === '') setUnnamed('Give it a name');
    else if (!Object.values(wrong).some(Boolean)) save.mutate();
  };
  return (
    <aside className="side" aria-label={threat ? 'Threat' : 'New threat'}>
      <header>
        <h2>{threat ? 'Threat' : 'New threat'}</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      <form onSubmit={submit} noValidate>
        <fieldset disabled={!editable}>
          <TextField
            label="Name"
            value={draft.name}
            wrong={wrong.name}
            maxLength={256}
            autoFocus={!threat}
            onChange={(event) => {
              change({ name: event.target.value });
              setUnnamed(undefined);
            }}
          />
          <div className="pair">
            <Select
              label="Severity"
              value={draft.severity}
              options={choices(SEVERITIES)}
              onChange={(event) => change({ severity: event.target.value })}
            />
            <Select
              label="Status"
              value={draft.status}
              options={choices(withOwn(STATUSES, draft.status))}
              onChange={(event) => change({ status: event.target.value })}
            />
          </div>
          <CellPicker
            modelId={modelId}
            diagram={draft.diagram_id}
            cell={draft.cell_id}
            onChange={change}
          />
          <TextArea
            label="Description"
            value={draft.description}
            wrong={wrong.description}
            maxLength={2048}
            rows={4}
            onChange={(event) => change({ description: event.target.value })}
          />
          <TextArea
            label="Mitigation"
            value={draft.mitigation}
            wrong={wrong.mitigation}
            maxLength={1024}
            rows={4}
            hint="What is done about it, or why not"
            onChange={(event) => change({ mitigation: event.target.value })}
          />
          <label className="check">
            <input
              type="checkbox"
              checked={draft.mitigated}
              onChange={(event) => change({ mitigated: event.target.checked })}
            />
            Mitigated
          </label>
          {(save.error ?? remove.error) && <Problem error={save.error ?? remove.error} />}
          {editable && (
            <div className="actions">
              {threat && (
                <Button kind="danger" icon="trash" onClick={() => remove.mutate()}>
                  Delete
                </Button>
              )}
              <span className="grow" />
              <Button type="submit" kind="primary" disabled={save.isPending}>
                {threat ? 'Save threat' : 'Add threat'}
              </Button>
            </div>
          )}
        </fieldset>
      </form>
    </aside>
  );
}

interface Draft {
  readonly name: string;
  readonly severity: string;
  readonly status: string;
  readonly description: string;
  readonly mitigation: string;
  readonly mitigated: boolean;
  readonly diagram_id: string | null;
  readonly cell_id: string | null;
}

function draftOf(threat: Threat | undefined, at?: ThreatEditorProps['at']): Draft {
  return {
    name: threat?.name ?? '',
    severity: threat ? severityOf(threat.severity) : 'medium',
    status: (threat?.status ?? 'open').toLowerCase(),
    description: threat?.description ?? '',
    mitigation: threat?.mitigation ?? '',
    mitigated: threat?.mitigated ?? false,
    diagram_id: threat?.diagram_id ?? at?.diagram_id ?? null,
    cell_id: threat?.cell_id ?? at?.cell_id ?? null,
  };
}

function toSend(draft: Draft): ThreatDraft {
  return { ...draft, name: draft.name.trim() };
}

/** Only what I changed goes out, so that I undo nobody's change to another field. */
function changesOf(before: Draft, after: Draft): Partial<Draft> {
  const entries = Object.entries(after) as [keyof Draft, Draft[keyof Draft]][];
  return Object.fromEntries(entries.filter(([key, value]) => before[key] !== value));
}

function choices(values: readonly string[]) {
  return values.map((value) => ({ value, text: capital(value) }));
}

/** A status that another client wrote in its own words stays a choice. */
function withOwn(values: readonly string[], own: string): readonly string[] {
  return values.includes(own) ? values : [own, ...values];
}
