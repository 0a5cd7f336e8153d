package dev.linchpin.answers.subscriptions.web;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.linchpin.access.Access;
import dev.linchpin.access.NotThere;
import dev.linchpin.access.NotYours;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.answers.AnswerBook;
import dev.linchpin.answers.AnswerFacts;
import dev.linchpin.answers.Ref;
import dev.linchpin.answers.status.Outside;
import dev.linchpin.answers.status.Said;
import dev.linchpin.answers.subscriptions.Subscribing;
import dev.linchpin.answers.subscriptions.Subscribing.Asker;
import dev.linchpin.answers.subscriptions.Subscribing.Made;
import dev.linchpin.answers.subscriptions.Subscribing.Wish;
import dev.linchpin.answers.subscriptions.Subscription;
import dev.linchpin.answers.subscriptions.Subscriptions;
import dev.linchpin.answers.subscriptions.Way;
import dev.linchpin.answers.subscriptions.Webhooks;
import dev.linchpin.answers.subscriptions.web.SubscribeForm.How;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.ApiProblems;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Subscriptions for programs.
@RestController
class SubscriptionsApi {
  private static final String ALL = "/api/v1/subscriptions";
  private static final URI ABOUT_FIELDS = URI.create("/help/answers");
  private static final int PAGE = 100;

  private final Access access;
  private final AnswerBook book;
  private final Outside outside;
  private final Subscribing subscribing;
  private final Subscriptions subscriptions;
  private final Webhooks webhooks;
  private final RowText rows;
  private final Zone zone;

  SubscriptionsApi(
      Access access,
      AnswerBook book,
      Outside outside,
      Subscribing subscribing,
      Subscriptions subscriptions,
      Webhooks webhooks,
      RowText rows,
      Zone zone) {
    this.access = access;
    this.book = book;
    this.outside = outside;
    this.subscribing = subscribing;
    this.subscriptions = subscriptions;
    this.webhooks = webhooks;
    this.rows = rows;
    this.zone = zone;
  }

  /// @param way `mail`, `calendar`, `atom` or `webhook`
  /// @param address a mail address, or where a webhook goes
  /// @param moreThan working days; 0 hears of every change
  record NewSubscription(
      @Nullable String ref,
      @Nullable String way,
      @Nullable String address,
      @Nullable Integer moreThan) {}

  /// A subscription as it is kept.
  ///
  /// @param feed path of a feed, said once; null afterwards
  /// @param signingKey of a webhook, said once; null afterwards
  @JsonPropertyOrder({"id", "ref", "way", "address", "moreThan", "state"})
  record Kept(
      UUID id,
      String ref,
      String way,
      String address,
      int moreThan,
      String state,
      Instant madeAt,
      @Nullable Instant endedAt,
      String endedWhy,
      @Nullable String feed,
      @Nullable String signingKey) {
    static Kept of(Subscription one) {
      return of(one, null, null);
    }

    static Kept of(Subscription one, @Nullable String feed, @Nullable String signingKey) {
      return new Kept(
          one.id(),
          one.ref().toString(),
          one.way().code(),
          one.address(),
          one.moreThan(),
          one.state(),
          one.madeAt(),
          one.endedAt(),
          one.endedWhy(),
          feed,
          signingKey);
    }
  }

  /// @param next what to ask for as `after`; null at the end
  record Subscribed(List<Kept> subscriptions, @Nullable UUID next) {}

  @GetMapping(ALL)
  Subscribed all(
      Who who,
      @RequestParam(defaultValue = "") String ref,
      @RequestParam(required = false) @Nullable UUID after) {
    access.require(who, Permission.ASK);
    List<Subscription> some =
        ref.isEmpty() ? subscriptions.all(after, PAGE) : subscriptions.about(facts(who, ref).ref());
    UUID next = ref.isEmpty() && some.size() == PAGE ? some.getLast().id() : null;
    return new Subscribed(readable(who, some).stream().map(Kept::of).toList(), next);
  }

  @PostMapping(ALL)
  ResponseEntity<?> subscribe(
      Who who,
      @RequestBody(required = false) @Nullable NewSubscription body,
      HttpServletRequest request) {
    access.require(who, Permission.PROMISE);
    NewSubscription sent = body == null ? new NewSubscription(null, null, null, null) : body;
    var problems = new Problems();
    if (SubscribeForm.text(sent.ref()).isEmpty()) {
      problems.add("ref", "Enter the ref of a project or milestone, like NET-12.");
    }
    Integer days = sent.moreThan();
    Optional<How> how =
        new SubscribeForm(sent.way(), sent.address(), days == null ? "" : days.toString())
            .read(Set.of(Way.values()), problems);
    if (how.isEmpty() || problems.any()) {
      return ResponseEntity.of(ApiProblems.of(problems, ABOUT_FIELDS)).build();
    }
    AnswerFacts facts = facts(who, SubscribeForm.text(sent.ref()));
    String title = outside.find(facts.ref()).map(Said::title).orElse(facts.title());
    How wish = how.get();
    return answer(
        subscribing.subscribe(
            new Wish(facts.ref(), title, wish.way(), wish.address(), wish.moreThan()),
            new Asker(who, request.getRemoteAddr()),
            zone.instant()),
        problems);
  }

  private ResponseEntity<?> answer(Made made, Problems problems) {
    return switch (made) {
      case Made.Ready(Subscription one, String secret) -> {
        String feed =
            switch (one.way()) {
              case CALENDAR -> "/feeds/" + secret + "/dates.ics";
              case ATOM -> "/feeds/" + secret + "/news.atom";
              case MAIL, WEBHOOK -> null;
            };
        String key = one.way() == Way.WEBHOOK ? webhooks.signingKey(one) : null;
        yield ResponseEntity.created(URI.create(ALL + "/" + one.id()))
            .body(Kept.of(one, feed, key));
      }
      case Made.Asked(Optional<UUID> id) ->
          ResponseEntity.accepted().body(id.flatMap(subscriptions::find).map(Kept::of));
      case Made.TooMany _ ->
          ResponseEntity.of(
                  ProblemDetail.forStatusAndDetail(
                      HttpStatus.TOO_MANY_REQUESTS, ReadyText.TOO_MANY))
              .header("Retry-After", "3600")
              .build();
      case Made.NoMail _ ->
          ResponseEntity.of(ApiProblems.of(problems.add("way", ReadyText.NO_MAIL), ABOUT_FIELDS))
              .build();
    };
  }

  @DeleteMapping(ALL + "/{id}")
  ResponseEntity<Void> end(Who who, @PathVariable UUID id) {
    access.require(who, Permission.ASK);
    Subscription one =
        subscriptions
            .find(id)
            .filter(found -> !readable(who, List.of(found)).isEmpty())
            .orElseThrow(() -> new NotThere("There is no subscription named " + id + "."));
    if (!rows.mayEnd(who, one)) {
      throw new NotYours("You can read this, but not end it.");
    }
    subscribing.end(one, who.name(), zone.instant());
    return ResponseEntity.noContent().build();
  }

  /// Whoever may see who was told sees all about what they may read; others see their own.
  private List<Subscription> readable(Who who, List<Subscription> some) {
    boolean all = rows.maySee(who);
    Set<String> refs = book.titles(who, some.stream().map(Subscription::ref).toList()).keySet();
    return some.stream()
        .filter(one -> all || who.account().value().equals(one.madeBy()))
        .filter(one -> refs.contains(one.ref().toString()))
        .toList();
  }

  private AnswerFacts facts(Who who, String text) {
    var absent = new NotThere("There is nothing here named " + text + ".");
    Ref ref = Ref.parse(text).orElseThrow(() -> absent);
    if (!(ref instanceof Ref.OfProject || ref instanceof Ref.OfMilestone)) {
      throw absent;
    }
    return book.facts(who, ref, book.asked(who));
  }
}
