{{/* What every pod of the suite has, the migration's too. */}}

{{- define "tmi.podSettings" -}}
serviceAccountName: {{ include "tmi.fullname" .root }}
automountServiceAccountToken: false
# A Service named redis would otherwise set REDIS_PORT to an address.
enableServiceLinks: false
securityContext:
  runAsNonRoot: true
  runAsUser: {{ .root.Values.pods.userId }}
  runAsGroup: {{ .root.Values.pods.userId }}
  # Lets the user read mounted Secrets.
  fsGroup: {{ .root.Values.pods.userId }}
  fsGroupChangePolicy: OnRootMismatch
  seccompProfile:
    type: RuntimeDefault
{{- with .root.Values.image.pullSecrets }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- with .root.Values.pods.nodeSelector }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.pods.tolerations }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with .root.Values.pods.priorityClassName }}
priorityClassName: {{ . }}
{{- end }}
{{- end }}

{{- define "tmi.podAnnotations" -}}
{{- with .root.Values.secretsRevision }}
tmi/secrets-revision: {{ . | quote }}
{{- end }}
{{- with .root.Values.pods.annotations }}
{{ toYaml . }}
{{- end }}
{{- end }}

{{- define "tmi.containerSettings" -}}
image: {{ include "tmi.image" . }}
imagePullPolicy: {{ .root.Values.image.pullPolicy }}
securityContext:
  allowPrivilegeEscalation: false
  readOnlyRootFilesystem: true
  capabilities:
    drop: [ALL]
resources:
  {{- toYaml .values.resources | nindent 2 }}
{{- end }}

{{/* Where the certificates that PostgreSQL's may come from are mounted; empty: nowhere. */}}
{{- define "tmi.databaseAuthorities" -}}
{{- $tls := .root.Values.database.tls -}}
{{- if and $tls.caSecret (ne $tls.mode "disable") -}}/etc/tmi/database-ca/{{ $tls.caKey }}{{- end -}}
{{- end }}

{{/* The same of Redis. */}}
{{- define "tmi.redisAuthorities" -}}
{{- $tls := .root.Values.redis.tls -}}
{{- if and $tls.caSecret $tls.enabled -}}/etc/tmi/redis-ca/{{ $tls.caKey }}{{- end -}}
{{- end }}

{{- define "tmi.databaseAuthoritiesMount" -}}
- name: database-ca
  mountPath: /etc/tmi/database-ca
  readOnly: true
{{- end }}

{{- define "tmi.redisAuthoritiesMount" -}}
- name: redis-ca
  mountPath: /etc/tmi/redis-ca
  readOnly: true
{{- end }}

{{/* A volume with one key of a Secret: name, secret, key. */}}
{{- define "tmi.authoritiesVolume" -}}
- name: {{ .name }}
  secret:
    secretName: {{ .secret }}
    defaultMode: 0440
    items:
      - key: {{ .key }}
        path: {{ .key }}
{{- end }}

{{/* A variable from a Secret: name, secret, key. */}}
{{- define "tmi.secretVariable" -}}
- name: {{ .name }}
  valueFrom:
    secretKeyRef:
      name: {{ .secret }}
      key: {{ .key }}
{{- end }}
