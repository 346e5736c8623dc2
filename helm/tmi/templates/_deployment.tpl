{{- define "tmi.deployment" -}}
{{- $port := .scheme | default "http" -}}
apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "tmi.partName" . }}
  labels:
    {{- include "tmi.labels" . | nindent 4 }}
spec:
  {{- if not .values.autoscaling.enabled }}
  replicas: {{ .values.replicas }}
  {{- end }}
  revisionHistoryLimit: 5
  # New pods wait for the migration.
  progressDeadlineSeconds: {{ .root.Values.migration.activeDeadlineSeconds }}
  # A new pod is ready before an old one goes; the old release goes on beside the new one until then.
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 1
      maxUnavailable: 0
  selector:
    matchLabels:
      {{- include "tmi.selectorLabels" . | nindent 6 }}
  template:
    metadata:
      labels:
        {{- include "tmi.podLabels" . | nindent 8 }}
      annotations:
        # Changed settings start pods anew.
        checksum/config: {{ include "tmi.configData" . | sha256sum }}
        {{- with include "tmi.podAnnotations" . | trim }}
        {{- . | nindent 8 }}
        {{- end }}
    spec:
      {{- include "tmi.podSettings" . | nindent 6 }}
      # preStop, then 20 s for what is in flight, then 15 s to spare.
      terminationGracePeriodSeconds: {{ add .values.preStopSeconds 35 }}
      topologySpreadConstraints:
        {{- range list "kubernetes.io/hostname" "topology.kubernetes.io/zone" }}
        - maxSkew: 1
          topologyKey: {{ . }}
          whenUnsatisfiable: {{ $.root.Values.pods.whenUnsatisfiable }}
          labelSelector:
            matchLabels:
              {{- include "tmi.selectorLabels" $ | nindent 14 }}
          # Each release is spread by itself, not with the one that it replaces.
          matchLabelKeys: [pod-template-hash]
        {{- end }}
      containers:
        - name: {{ .name }}
          {{- include "tmi.containerSettings" . | nindent 10 }}
          ports:
            - name: {{ $port }}
              containerPort: {{ include "tmi.port" .name }}
              protocol: TCP
            {{- if ne (include "tmi.managementPort" .name) (include "tmi.port" .name) }}
            - name: management
              containerPort: {{ include "tmi.managementPort" .name }}
              protocol: TCP
            {{- end }}
          envFrom:
            - configMapRef:
                name: {{ include "tmi.partName" . }}
          {{- with include "tmi.settings.secret" . | trim }}
          env:
            {{- . | nindent 12 }}
          {{- end }}
          {{- include "tmi.probes" (ternary "http" "management" (eq (include "tmi.managementPort" .name) (include "tmi.port" .name))) | nindent 10 }}
          {{- with .values.preStopSeconds }}
          lifecycle:
            preStop:
              # Time to leave the Service's endpoints before SIGTERM begins the drain.
              sleep:
                seconds: {{ . }}
          {{- end }}
          volumeMounts:
            - name: tmp
              mountPath: /tmp
            {{- if and .role (include "tmi.databaseAuthorities" .) }}
            {{- include "tmi.databaseAuthoritiesMount" . | nindent 12 }}
            {{- end }}
            {{- if include "tmi.redisAuthorities" . }}
            {{- include "tmi.redisAuthoritiesMount" . | nindent 12 }}
            {{- end }}
            {{- with .files }}
            - name: files
              mountPath: {{ .path }}
              readOnly: true
            {{- end }}
      volumes:
        - name: tmp
          emptyDir:
            sizeLimit: 256Mi
        {{- if and .role (include "tmi.databaseAuthorities" .) }}
        {{- $tls := .root.Values.database.tls }}
        {{- include "tmi.authoritiesVolume" (dict "name" "database-ca" "secret" $tls.caSecret "key" $tls.caKey) | nindent 8 }}
        {{- end }}
        {{- if include "tmi.redisAuthorities" . }}
        {{- $tls := .root.Values.redis.tls }}
        {{- include "tmi.authoritiesVolume" (dict "name" "redis-ca" "secret" $tls.caSecret "key" $tls.caKey) | nindent 8 }}
        {{- end }}
        {{- with .files }}
        - name: files
          secret:
            secretName: {{ .secret }}
            defaultMode: 0440
            items:
              {{- range .items }}
              - key: {{ . }}
                path: {{ . }}
              {{- end }}
        {{- end }}
{{- end }}

{{- define "tmi.probes" -}}
startupProbe:
  httpGet:
    path: /q/health/started
    port: {{ . }}
  periodSeconds: 2
  timeoutSeconds: 2
  failureThreshold: 90
# Never asks the stores: a database that is away is no reason to start the service anew.
livenessProbe:
  httpGet:
    path: /q/health/live
    port: {{ . }}
  periodSeconds: 10
  timeoutSeconds: 3
  failureThreshold: 3
# Asks the database (3 s at most), the schema's version and the list of revocations.
readinessProbe:
  httpGet:
    path: /q/health/ready
    port: {{ . }}
  periodSeconds: 5
  timeoutSeconds: 5
  failureThreshold: 2
{{- end }}
