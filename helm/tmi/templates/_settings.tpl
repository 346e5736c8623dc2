{{/* The variables of the components. Only names that the programs read; a test compares. */}}

{{/* Of all five. */}}
{{- define "tmi.settings.all" -}}
SERVER_PORT: {{ include "tmi.port" .name }}
TMI_SERVER_INTERFACE: 0.0.0.0
TMI_SERVER_BASE_URL: {{ .root.Values.publicUrl }}
TMI_BUILD_MODE: {{ .root.Values.buildMode }}
TMI_LOG_LEVEL: {{ .root.Values.logging.level }}
TMI_LOG_JSON: {{ .root.Values.logging.json }}
REDIS_HOST: {{ .root.Values.redis.host }}
REDIS_PORT: {{ .root.Values.redis.port }}
REDIS_TLS: {{ .root.Values.redis.tls.enabled }}
{{- if include "tmi.redisAuthorities" . }}
REDIS_TLS_CA_FILE: {{ include "tmi.redisAuthorities" . }}
{{- end }}
TMI_STORES_TRUSTED_NETWORK: {{ .root.Values.storesOnTrustedNetwork }}
JAVA_TOOL_OPTIONS: {{ .root.Values.jvmOptions | quote }}
{{- end }}

{{/* Of the four that sign in to PostgreSQL. */}}
{{- define "tmi.settings.database" -}}
{{- $database := .root.Values.database -}}
DB_HOST: {{ $database.host }}
DB_PORT: {{ $database.port }}
DB_NAME: {{ $database.name }}
DB_SSL_MODE: {{ $database.tls.mode }}
{{- if include "tmi.databaseAuthorities" . }}
DB_SSL_CA_FILE: {{ include "tmi.databaseAuthorities" . }}
{{- end }}
DB_USERNAME: {{ ternary $database.migrator.username (printf "%s%s" $database.rolePrefix .role) $database.singleRole }}
TMI_DB_MAX_OPEN_CONNS: {{ .values.databaseConnections }}
TMI_DB_PREPARED_STATEMENTS: {{ $database.preparedStatements }}
TMI_JWT_SIGNING_METHOD: {{ .root.Values.token.signingMethod }}
{{- end }}

{{- define "tmi.settings" -}}
{{ include "tmi.settings.all" . }}
{{- if .role }}
{{ include "tmi.settings.database" . }}
{{- end }}
{{- with .settings }}
{{ . }}
{{- end }}
{{- end }}

{{- define "tmi.settings.secret" -}}
{{- $values := .root.Values -}}
{{- if .role }}
{{- $database := $values.database }}
{{- $secret := ternary $database.migrator.existingSecret $database.services.existingSecret $database.singleRole }}
{{- $key := ternary $database.migrator.passwordKey (get $database.services.passwordKeys .role) $database.singleRole }}
{{ include "tmi.secretVariable" (dict "name" "DB_PASSWORD" "secret" $secret "key" $key) }}
{{- if eq $values.token.signingMethod "HS256" }}
{{ include "tmi.secretVariable" (dict "name" "JWT_SECRET" "secret" $values.token.existingSecret "key" $values.token.secretKey) }}
{{- with $values.token.previousSecretKey }}
{{ include "tmi.secretVariable" (dict "name" "JWT_SECRET_PREVIOUS" "secret" $values.token.existingSecret "key" .) }}
- name: JWT_SECRET_PREVIOUS_UNTIL
  value: {{ required "token.previousSecretKey needs token.previousSecretUntil: when the secret before the last change ends" $values.token.previousSecretUntil | quote }}
{{- end }}
{{- end }}
{{- end }}
{{- with $values.redis.existingSecret }}
{{ include "tmi.secretVariable" (dict "name" "REDIS_PASSWORD" "secret" . "key" $values.redis.passwordKey) }}
{{- end }}
{{- range .values.extraEnv }}
{{- if .secretName }}
{{ include "tmi.secretVariable" (dict "name" .name "secret" .secretName "key" .secretKey) }}
{{- else }}
- name: {{ .name }}
  value: {{ .value | quote }}
{{- end }}
{{- end }}
{{- end }}
