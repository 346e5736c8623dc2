/// The suite on one machine: `docker-compose.yml` and the two scripts in `docker/`. The schema in
/// `compose-spec.json` is the Compose Specification's own (Apache-2.0), as the npm package `dclint`
/// 3.1.0 ships it.
package tmi.packaging.compose;
