{{/* Names, labels and images. A "part" is what a component's file describes: root, name, values and so on. */}}

{{- define "tmi.fullname" -}}
{{- .Values.fullnameOverride | default .Release.Name | trunc 40 | trimSuffix "-" -}}
{{- end }}

{{- define "tmi.partName" -}}
{{ include "tmi.fullname" .root }}-{{ .name }}
{{- end }}

{{/* What finds all pods of this release, and no others. */}}
{{- define "tmi.releaseLabels" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "tmi.selectorLabels" -}}
{{ include "tmi.releaseLabels" .root }}
app.kubernetes.io/component: {{ .name }}
{{- end }}

{{/* Without the chart's version: a change of the chart alone starts no pod anew. */}}
{{- define "tmi.podLabels" -}}
{{ include "tmi.selectorLabels" . }}
app.kubernetes.io/part-of: tmi
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
{{- end }}

{{- define "tmi.labels" -}}
{{ include "tmi.podLabels" . }}
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{- define "tmi.image" -}}
{{- $image := .root.Values.image -}}
{{- $path := printf "%s/%s" $image.repository .name -}}
{{- if $image.registry }}{{ $path = printf "%s/%s" $image.registry $path }}{{ end -}}
{{- if .values.imageDigest -}}
{{ $path }}@{{ .values.imageDigest }}
{{- else -}}
{{ $path }}:{{ $image.tag | default .root.Chart.AppVersion }}
{{- end -}}
{{- end }}

{{/* The port that a component listens on. Also its Service's, except the gateway's. */}}
{{- define "tmi.port" -}}
{{ get (dict "gateway" 8080 "auth-service" 8081 "model-service" 8082 "collab-service" 8083 "webhook-service" 8084) . }}
{{- end }}

{{/* Where a component answers health questions and gives its metrics: its port, but the gateway's, which is for
     everybody. */}}
{{- define "tmi.managementPort" -}}
{{ ternary 9080 (include "tmi.port" .) (eq . "gateway") }}
{{- end }}

{{- define "tmi.replicas" -}}
{{ ternary .values.autoscaling.minReplicas .values.replicas .values.autoscaling.enabled }}
{{- end }}

{{- define "tmi.mostReplicas" -}}
{{ ternary .autoscaling.maxReplicas .replicas .autoscaling.enabled }}
{{- end }}
