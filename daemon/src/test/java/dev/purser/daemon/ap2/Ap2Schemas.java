package dev.purser.daemon.ap2;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;

/** The protocol's own schemas, by their names. */
final class Ap2Schemas {
  private static final String ORIGIN = "https://ap2-protocol.org/schemas/";
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder ->
              builder.schemaIdResolvers(
                  resolvers -> resolvers.mapPrefix(ORIGIN, "classpath:ap2/")));

  private Ap2Schemas() {}

  /** What a schema has against a text. */
  static List<String> errors(String schema, String json) {
    return REGISTRY
        .getSchema(SchemaLocation.of(ORIGIN + schema + ".json"))
        .validate(json, InputFormat.JSON)
        .stream()
        .map(Error::toString)
        .toList();
  }
}
