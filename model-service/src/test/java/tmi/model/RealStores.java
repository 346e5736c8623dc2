package tmi.model;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import tmi.testkit.Stores;

/// The service on a real PostgreSQL, with its own role, and a real Redis.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@WithTestResource(value = Stores.class, initArgs = @ResourceArg(name = "service", value = "model"))
public @interface RealStores {}
