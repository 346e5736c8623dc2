package tmi.auth.key;

import io.vertx.core.json.JsonObject;
import tmi.service.caller.TokenConfig.Algorithm;

/// A key that has just been made, ready to be stored.
record NewKey(String kid, Algorithm algorithm, JsonObject publicJwk, byte[] sealed) {}
