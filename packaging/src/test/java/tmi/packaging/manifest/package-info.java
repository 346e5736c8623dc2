/// The plain manifests in `k8s/`: rendered from the chart, and kept equal to it.
package tmi.packaging.manifest;
