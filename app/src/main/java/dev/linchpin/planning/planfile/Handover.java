package dev.linchpin.planning.planfile;

import dev.linchpin.planning.planfile.ReadResult.Read;
import dev.linchpin.planning.planfile.ReadResult.Refused;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// What the reading process writes and its parent reads: one of the two, as JSON.
record Handover(@Nullable PlanFile file, @Nullable Refused refused) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  static void write(ReadResult result, OutputStream to) {
    JSON.writeValue(
        to,
        switch (result) {
          case Read read -> new Handover(read.file(), null);
          case Refused no -> new Handover(null, no);
        });
  }

  static ReadResult read(byte[] json, String name) {
    try {
      Handover handover = JSON.readValue(json, Handover.class);
      if (handover.file() != null) {
        return new Read(handover.file());
      }
      return handover.refused() != null ? handover.refused() : Refusals.noReader(name);
    } catch (JacksonException e) {
      return Refusals.noReader(name);
    }
  }
}
