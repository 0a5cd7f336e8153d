package dev.linchpin.answers.subscriptions;

import dev.linchpin.answers.AnswerState;
import dev.linchpin.planning.Chance;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Status;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/// A subscription as a calendar (RFC 5545): the by-date as one day that blocks nobody's time. The
/// event keeps its name, and its number grows with every change; a date that may not be named any
/// more is cancelled, so that no calendar goes on showing it.
final class CalendarText {
  private static final Duration REFRESH = Duration.ofHours(6);

  private CalendarText() {}

  /// @param heard the newest first
  static String of(Subscription one, List<Heard> heard) {
    var calendar = new Calendar();
    calendar.add(new ProdId("-//Linchpin//Dates//EN"));
    calendar.add(ImmutableVersion.VERSION_2_0);
    calendar.add(new XProperty("X-WR-CALNAME", one.title()));
    calendar.add(new XProperty("X-PUBLISHED-TTL", REFRESH.toString()));
    calendar.add(new RefreshInterval(new ParameterList(), REFRESH));
    event(one, heard).ifPresent(calendar::add);
    try (var text = new StringWriter()) {
      new CalendarOutputter(false).output(calendar, text);
      return text.toString();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<VEvent> event(Subscription one, List<Heard> heard) {
    Optional<Heard> dated = heard.stream().filter(each -> each.by() != null).findFirst();
    return dated.map(last -> event(one, last, heard.getFirst()));
  }

  /// @param dated the last that named a date
  /// @param now the last of all
  private static VEvent event(Subscription one, Heard dated, Heard now) {
    LocalDate day = Objects.requireNonNull(dated.by());
    Instant at = now.at();
    var event = new VEvent(false);
    event.add(new Uid(one.id() + "@linchpin"));
    event.add(new DtStamp(at));
    event.add(new LastModified(at));
    event.add(new Sequence(now.number() - 1 + (one.endedAt() == null ? 0 : 1)));
    event.add(new DtStart<>(day));
    event.add(new DtEnd<>(day.plusDays(1)));
    event.add(new Summary(summary(one, dated)));
    event.add(new Description(now.words()));
    event.add(ImmutableTransp.TRANSPARENT);
    event.add(status(one, dated, now));
    return event;
  }

  private static Status status(Subscription one, Heard dated, Heard now) {
    if (now.state() == AnswerState.DONE) {
      return ImmutableStatus.VEVENT_CONFIRMED;
    }
    return now.equals(dated) && one.endedAt() == null
        ? ImmutableStatus.VEVENT_TENTATIVE
        : ImmutableStatus.VEVENT_CANCELLED;
  }

  private static String summary(Subscription one, Heard dated) {
    Chance chance = dated.chance();
    return one.title() + ": done by now" + (chance == null ? "" : " (" + chance.about() + ")");
  }
}
