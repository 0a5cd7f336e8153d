package dev.linchpin.planning;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.annotation.Nulls;
import dev.linchpin.forecast.Absence;
import dev.linchpin.forecast.CalendarId;
import dev.linchpin.forecast.ChangeWindow;
import dev.linchpin.forecast.Constraint;
import dev.linchpin.forecast.Estimate;
import dev.linchpin.forecast.Finding;
import dev.linchpin.forecast.Forecaster.Question;
import dev.linchpin.forecast.PersonId;
import dev.linchpin.forecast.Progress;
import dev.linchpin.forecast.ProjectId;
import dev.linchpin.forecast.Promise;
import dev.linchpin.forecast.RiskId;
import dev.linchpin.forecast.Seed;
import dev.linchpin.forecast.Task;
import dev.linchpin.forecast.TaskId;
import dev.linchpin.forecast.TopicId;
import dev.linchpin.forecast.WindowId;
import dev.linchpin.forecast.Work;
import dev.linchpin.forecast.WorkCalendar;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.KeyDeserializer;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/*
 * The engine's types as JSON, so that the inputs of a forecast can be kept, compared and run again.
 * The engine itself knows no JSON, hence the mix-ins. Maps are written in the order of their keys:
 * equal inputs give equal bytes, which is what the fingerprint rests on. What an older release did
 * not write yet is read as empty.
 */
/// Reads and writes what a forecast depends on.
final class EngineJson {
  private static final JsonMapper JSON = mapper();

  private EngineJson() {}

  static byte[] bytes(Question question) {
    return JSON.writeValueAsBytes(question);
  }

  static Question question(byte[] json) {
    return JSON.readValue(json, Question.class);
  }

  static String calendar(WorkCalendar calendar) {
    return JSON.writeValueAsString(calendar);
  }

  static @Nullable String calendarOrNull(@Nullable WorkCalendar calendar) {
    return calendar == null ? null : calendar(calendar);
  }

  static @Nullable WorkCalendar calendarOrNull(@Nullable String json) {
    return json == null ? null : JSON.readValue(json, WorkCalendar.class);
  }

  /// Null for a task that asks for nothing.
  static @Nullable String conditionsOrNull(Conditions conditions) {
    return conditions.equals(Conditions.NONE) ? null : JSON.writeValueAsString(conditions);
  }

  static Conditions conditions(@Nullable String json) {
    return json == null ? Conditions.NONE : JSON.readValue(json, Conditions.class);
  }

  static String write(Object value) {
    return JSON.writeValueAsString(value);
  }

  static <T> T read(String json, TypeReference<T> type) {
    return JSON.readValue(json, type);
  }

  static String findings(List<Finding> findings) {
    return JSON.writeValueAsString(findings);
  }

  static List<Finding> findings(String json) {
    return JSON.readValue(json, new TypeReference<List<Finding>>() {});
  }

  /// SHA-256 as 64 hexadecimal digits.
  static String fingerprint(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] pack(byte[] bytes) {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  static byte[] unpack(byte[] packed) {
    try (var gzip = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      return gzip.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonMapper mapper() {
    var keys = new SimpleModule();
    keys.addKeyDeserializer(PersonId.class, key(PersonId::new));
    keys.addDeserializer(Absence.class, new OfAbsence());
    return JsonMapper.builder()
        .addModule(keys)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .withConfigOverride(
            List.class, it -> it.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
        .addMixIn(Constraint.class, Named.class)
        .addMixIn(Estimate.class, Named.class)
        .addMixIn(Progress.class, Named.class)
        .addMixIn(Work.class, Named.class)
        .addMixIn(Promise.Of.class, Named.class)
        .addMixIn(CalendarId.class, Text.class)
        .addMixIn(PersonId.class, Text.class)
        .addMixIn(ProjectId.class, Text.class)
        .addMixIn(RiskId.class, Text.class)
        .addMixIn(TaskId.class, Text.class)
        .addMixIn(TopicId.class, Text.class)
        .addMixIn(WindowId.class, Text.class)
        .addMixIn(Seed.class, Whole.class)
        .addMixIn(Task.class, WithoutMilestone.class)
        .addMixIn(ChangeWindow.class, WithoutUsuallyOpen.class)
        .build();
  }

  private static KeyDeserializer key(Function<String, Object> read) {
    return new KeyDeserializer() {
      @Override
      public Object deserializeKey(String key, DeserializationContext context) {
        return read.apply(key);
      }
    };
  }

  /// Nobody was ever away unplanned in an older release.
  private static final class OfAbsence extends ValueDeserializer<Absence> {
    private record Parts(double timesAYear, Duration length) {}

    @Override
    public Absence deserialize(JsonParser json, DeserializationContext context) {
      Parts parts = context.readValue(json, Parts.class);
      return new Absence(parts.timesAYear(), parts.length());
    }

    @Override
    public Absence getNullValue(DeserializationContext context) {
      return Absence.NONE;
    }
  }

  /// The kind of a sealed type, by its simple name: no class name from the data is ever loaded.
  @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "is")
  private interface Named {}

  /// A value of one text.
  private abstract static class Text {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Text(String unused) {}

    @JsonValue
    abstract String value();
  }

  /// A value of one whole number.
  private abstract static class Whole {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Whole(long unused) {}

    @JsonValue
    abstract long value();
  }

  @JsonIgnoreProperties({"milestone"})
  private interface WithoutMilestone {}

  @JsonIgnoreProperties({"usuallyOpen"})
  private interface WithoutUsuallyOpen {}
}
