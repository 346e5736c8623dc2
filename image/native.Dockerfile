# The image of one service as a native executable. From the root of a checkout after
#   ./mvnw -Dnative -Dquarkus.native.sources-only=true -DskipTests package
#   docker build -f image/native.Dockerfile --build-arg SERVICE=gateway -t tmi/gateway:0.1.0-native .
# SERVICE: auth-service, model-service, collab-service, webhook-service or gateway. The builder wants 8 GB.

# Bases are pinned by tag; see jvm.Dockerfile for their digests. The builder's libc must not be younger
# than the base's: both are of the same distribution.
ARG BUILDER=quay.io/quarkus/ubi9-quarkus-mandrel-builder-image:jdk-25
ARG BASE=quay.io/quarkus/ubi9-quarkus-micro-image:2.0

FROM ${BUILDER} AS build
ARG SERVICE
COPY --chown=quarkus:quarkus ${SERVICE}/target/native-sources /build
WORKDIR /build
RUN ["sh", "-c", "native-image $(cat native-image.args) -J-Xmx7g && mv ./*-runner application"]

# The web files are the gateway's only.
FROM ${BUILDER} AS program
ARG SERVICE
USER 0
COPY web/apps/studio/dist /web
COPY --from=build /build/application /opt/tmi/application
RUN ["sh", "-c", "chmod 0555 /opt/tmi/application && if [ \"$SERVICE\" = gateway ]; then cp -rp /web /opt/tmi/web; fi"]

FROM ${BASE}
ARG SERVICE
ARG VERSION=0.1.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="tmi/${SERVICE}" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.revision="${REVISION}" \
      org.opencontainers.image.licenses="Apache-2.0"
COPY --from=program --chown=0:0 /opt/tmi /opt/tmi
ENV SERVER_PORT=8080 \
    TMI_SERVER_INTERFACE=0.0.0.0 \
    TMI_WEB_ROOT=/opt/tmi/web
EXPOSE 8080
STOPSIGNAL SIGTERM
WORKDIR /opt/tmi
USER 10001:10001
# A share of the memory limit, as for the JVM; the executable does not read JAVA_TOOL_OPTIONS.
ENTRYPOINT ["/opt/tmi/application", "-XX:MaximumHeapSizePercent=60"]
