package dev.linchpin.sample;

import dev.linchpin.access.AccountId;
import dev.linchpin.access.Role;
import dev.linchpin.access.Who;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.Ask;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.StatusPage;
import dev.linchpin.answers.subscriptions.Subscribing;
import dev.linchpin.answers.subscriptions.Subscribing.Asker;
import dev.linchpin.answers.subscriptions.Subscribing.Made;
import dev.linchpin.answers.subscriptions.Subscribing.Wish;
import dev.linchpin.answers.subscriptions.Subscriptions;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.planning.AskedAt;
import dev.linchpin.platform.OwnSite;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// What the sample says outside, who wants to hear of changes, and what was asked for today.
@Component
class SampleSubscriptions {
  private static final Who PLANTER =
      new Who(new AccountId(new UUID(0, 1)), "Keiko Mori", "", Set.of(Role.ADMIN));
  private static final Set<String> PAGES = Set.of("Finance", "Customer service");

  private final AnswerBook book;
  private final Outside outside;
  private final StatusPage status;
  private final Departments departments;
  private final Subscribing subscribing;
  private final Subscriptions subscriptions;
  private final Ask ask;
  private final OwnSite site;

  SampleSubscriptions(
      AnswerBook book,
      Outside outside,
      StatusPage status,
      Departments departments,
      Subscribing subscribing,
      Subscriptions subscriptions,
      Ask ask,
      OwnSite site) {
    this.book = book;
    this.outside = outside;
    this.status = status;
    this.departments = departments;
    this.subscribing = subscribing;
    this.subscriptions = subscriptions;
    this.ask = ask;
    this.site = site;
  }

  void plant() {
    AskedAt asked = book.asked(PLANTER);
    site.set("https://linchpin.lakeside.example");
    status.set(true, departments(PAGES), PLANTER);
    say("NET", "New network on floor 3", Set.of(), asked);
    say("CRM", "New customer system", departments(Set.of("Customer service")), asked);
    wish("NET", Way.MAIL, "ruth.adler@lakeside.example", 5, true, asked.instant());
    wish("NET", Way.MAIL, "front.desk@tenants.example", 0, false, asked.instant());
    wish("NET", Way.CALENDAR, "", 2, true, asked.instant());
    wish("CRM", Way.MAIL, "carlos.mendes@lakeside.example", 10, true, asked.instant());
    for (String ref : List.of("NET", "NET", "CRM", "NET", "CRM", "S-email", "S-email")) {
      ask.opened(PLANTER, Ref.parse(ref).orElseThrow(), asked);
    }
    status.forget();
  }

  private void say(String ref, String title, Set<DepartmentId> concerned, AskedAt asked) {
    var answer = book.answer(PLANTER, Ref.parse(ref).orElseThrow(), asked);
    outside.allow(answer, title, concerned, PLANTER, asked);
  }

  private void wish(
      String ref, Way way, String address, int moreThan, boolean confirmed, Instant now) {
    Ref about = Ref.parse(ref).orElseThrow();
    String title = outside.find(about).orElseThrow().title();
    Made made =
        subscribing.subscribe(
            new Wish(about, title, way, address, moreThan), new Asker(PLANTER, ""), now);
    if (confirmed && made instanceof Made.Asked asked) {
      asked.id().flatMap(subscriptions::find).ifPresent(one -> subscribing.confirm(one, now));
    }
  }

  private Set<DepartmentId> departments(Set<String> names) {
    return departments.all().stream()
        .filter(one -> names.contains(one.name()))
        .map(Department::id)
        .collect(Collectors.toSet());
  }
}
