{{/* One component: its settings, Service, Deployment, disruption budget and autoscaler.
     The part: root, name, values; for those with a database role; settings (further variables);
     files (a mounted Secret: secret, items, path); servicePort, serviceType, serviceAnnotations; scheme. */}}
{{- define "tmi.component" -}}
{{ include "tmi.configMap" . }}
---
{{ include "tmi.service" . }}
---
{{ include "tmi.deployment" . }}
{{- if gt (int (include "tmi.replicas" .)) 1 }}
---
{{ include "tmi.disruptionBudget" . }}
{{- end }}
{{- if .values.autoscaling.enabled }}
---
{{ include "tmi.autoscaler" . }}
{{- end }}
{{- end }}

{{- define "tmi.configMap" -}}
apiVersion: v1
kind: ConfigMap
metadata:
  name: {{ include "tmi.partName" . }}
  labels:
    {{- include "tmi.labels" . | nindent 4 }}
data:
  {{- include "tmi.configData" . | trim | nindent 2 }}
{{- end }}

{{/* What is empty is left out: the programs take an absent variable as their default. */}}
{{- define "tmi.configData" -}}
{{- range $name, $value := include "tmi.settings" . | fromYaml }}
{{- if not (has (toString $value) (list "" "<nil>")) }}
{{ $name }}: {{ ternary ($value | int64 | toString) (toString $value) (kindIs "float64" $value) | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "tmi.service" -}}
apiVersion: v1
kind: Service
metadata:
  name: {{ include "tmi.partName" . }}
  labels:
    {{- include "tmi.labels" . | nindent 4 }}
  {{- with .serviceAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  type: {{ .serviceType | default "ClusterIP" }}
  selector:
    {{- include "tmi.selectorLabels" . | nindent 4 }}
  ports:
    - name: {{ .scheme | default "http" }}
      port: {{ .servicePort | default (include "tmi.port" .name) }}
      targetPort: {{ .scheme | default "http" }}
      protocol: TCP
{{- end }}

{{/* One pod may be away at a time, so that draining nodes goes on. */}}
{{- define "tmi.disruptionBudget" -}}
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata:
  name: {{ include "tmi.partName" . }}
  labels:
    {{- include "tmi.labels" . | nindent 4 }}
spec:
  maxUnavailable: 1
  # A pod that is not ready serves nobody: it must not hold up the draining of its node.
  unhealthyPodEvictionPolicy: AlwaysAllow
  selector:
    matchLabels:
      {{- include "tmi.selectorLabels" . | nindent 6 }}
{{- end }}

{{- define "tmi.autoscaler" -}}
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata:
  name: {{ include "tmi.partName" . }}
  labels:
    {{- include "tmi.labels" . | nindent 4 }}
spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: {{ include "tmi.partName" . }}
  minReplicas: {{ .values.autoscaling.minReplicas }}
  maxReplicas: {{ .values.autoscaling.maxReplicas }}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: {{ .values.autoscaling.cpuPercent }}
  behavior:
    # Every pod that goes makes people reconnect: go down slowly.
    scaleDown:
      stabilizationWindowSeconds: 600
      policies:
        - type: Pods
          value: 1
          periodSeconds: 120
{{- end }}
