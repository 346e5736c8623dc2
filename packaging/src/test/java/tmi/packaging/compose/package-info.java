/// The suite on one machine: `docker-compose.yml`.
package tmi.packaging.compose;
