package dev.linchpin.helpdesk.portal;

import dev.linchpin.directory.Service;
import dev.linchpin.directory.Services;
import dev.linchpin.helpdesk.Caller;
import dev.linchpin.helpdesk.NewTicket;
import dev.linchpin.web.shell.Problems;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What a caller typed.
///
/// @param once made with the form: sent twice, it is one request
record RequestForm(
    @Nullable String once,
    @Nullable String name,
    @Nullable String email,
    @Nullable String title,
    @Nullable String text,
    @Nullable String service) {
  static RequestForm blank(String once) {
    return new RequestForm(once, "", "", "", "", "");
  }

  RequestForm withOnce(String other) {
    return new RequestForm(other, name, email, title, text, service);
  }

  /// The same with everything said, as the page shows it again.
  RequestView.Asked asked() {
    return new RequestView.Asked(
        text(once), text(name), text(email), text(title), text(text), text(service));
  }

  /// Empty when something is missing or wrong; the problems say what.
  Optional<NewTicket> read(Services services, Problems problems) {
    Caller caller = read("email", problems, this::caller).orElse(Caller.UNKNOWN);
    Optional<NewTicket> ticket =
        read("title", problems, () -> NewTicket.of(text(title), Portal.CHANNEL));
    Optional<NewTicket> whole = ticket.flatMap(one -> withText(one, problems));
    return problems.any()
        ? Optional.empty()
        : whole.map(one ->
            one.calledBy(caller).about(services.find(text(service)).map(Service::id).orElse(null)));
  }

  private Optional<NewTicket> withText(NewTicket ticket, Problems problems) {
    return read("text", problems, () -> ticket.withText(text(text)));
  }

  /// Nobody of the directory, whatever address was typed.
  private Caller caller() {
    return new Caller(null, text(name), text(email), "");
  }

  private static <T> Optional<T> read(String field, Problems problems, Supplier<T> value) {
    try {
      return Optional.of(value.get());
    } catch (IllegalArgumentException no) {
      problems.add(field, Objects.requireNonNull(no.getMessage()));
      return Optional.empty();
    }
  }

  static Map<String, String> choices(Services services) {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("", "something else");
    services.all().forEach(service -> names.put(service.key(), service.name()));
    return names;
  }

  static String text(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
