# The image of one program for the JVM, with a trained AOT cache. From the root of a checkout after
#   ./mvnw -Daot -Pe2e -DskipTests package && (cd web && npm ci && npm run build)
#   docker build -f image/jvm.Dockerfile --build-arg SERVICE=model-service -t tmi/model-service:0.1.0 .
# SERVICE: auth-service, model-service, collab-service, webhook-service, gateway or migration.

# Bases are pinned by tag. Their digests could not be looked up where this was written: CI pins them
# (tag@sha256:…) and raises both together.
ARG JDK=docker.io/library/eclipse-temurin:25.0.3_9-jdk-noble
ARG BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0

# A Java runtime with the modules that the programs use.
FROM ${JDK} AS runtime
COPY image/jlink-modules /tmp/jlink-modules
RUN ["sh", "-c", "jlink --add-modules \"$(grep -v '^#' /tmp/jlink-modules | paste -sd, -)\" --strip-java-debug-attributes --no-header-files --no-man-pages --output /opt/java"]

# The program at its place. The web files are the gateway's only.
FROM ${JDK} AS program
ARG SERVICE
COPY ${SERVICE}/target /build
COPY web/apps/studio/dist /web
RUN ["sh", "-c", "mkdir -p /opt/tmi && if [ \"$SERVICE\" = migration ]; then cp -rp /build/lib /build/migration.jar /opt/tmi/; else cp -rp /build/aot-app/. /opt/tmi/; fi && if [ \"$SERVICE\" = gateway ]; then cp -rp /web /opt/tmi/web; fi"]

# Training: the same run as image/train makes anywhere, with the runtime and the paths of the image,
# because a cache knows both. The stores come along in its libraries and refuse to be root.
FROM ${JDK} AS trained
ARG SERVICE
RUN ["sh", "-c", "useradd --uid 10001 --create-home tmi && install -d -o tmi -g tmi /suite /opt/tmi"]
COPY --from=runtime /opt/java /opt/java
COPY --from=program --chown=10001:10001 /opt/tmi /opt/tmi
COPY --chown=10001:10001 . /suite
USER 10001
RUN ["sh", "-c", "/suite/image/train \"$SERVICE\" /opt/tmi /opt/java/bin/java"]

FROM ${BASE}
ARG SERVICE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="tmi/${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=runtime /opt/java /opt/java
# Owned by root and only read: a process that is taken over cannot change its own program.
COPY --from=trained --chown=0:0 /opt/tmi /opt/tmi
ENV JAVA_TOOL_OPTIONS="-XX:MaxRAMPercentage=60 -XX:MaxDirectMemorySize=96m -XX:+ExitOnOutOfMemoryError" \
    SERVER_PORT=8080 \
    TMI_SERVER_INTERFACE=0.0.0.0 \
    TMI_WEB_ROOT=/opt/tmi/web
EXPOSE 8080
STOPSIGNAL SIGTERM
WORKDIR /opt/tmi
USER 10001:10001
ENTRYPOINT ["/opt/java/bin/java", "@/opt/tmi/java.args"]
