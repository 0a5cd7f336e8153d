package dev.linchpin.planning.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import dev.linchpin.directory.People;
import dev.linchpin.directory.Person;
import dev.linchpin.planning.HourlyRate;
import dev.linchpin.planning.HourlyRate.Whose;
import dev.linchpin.planning.Rates;
import dev.linchpin.platform.Currency;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Place;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;

/// What does an hour cost?
@Controller
class RatePages {
  static final String ALL = "/money/rates";

  private final Access access;
  private final Rates rates;
  private final People people;
  private final Currency currency;
  private final Zone zone;

  RatePages(Access access, Rates rates, People people, Currency currency, Zone zone) {
    this.access = access;
    this.rates = rates;
    this.people = people;
    this.currency = currency;
    this.zone = zone;
  }

  @GetMapping(ALL)
  Page show(Who who) {
    access.require(who, Permission.READ_RATES);
    return page(who, new RateForm("", zone.today().toString(), ""), new Problems());
  }

  @PostMapping(ALL)
  View put(Who who, RateForm form, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_MONEY);
    var problems = new Problems();
    Optional<HourlyRate> read = form.read(choices(), problems);
    if (read.isEmpty()) {
      return page(who, form, problems).withProblems();
    }
    rates.put(read.get(), who.name());
    return Going.to(ALL, "The rate is saved. New forecasts are being made.", request);
  }

  @PostMapping(ALL + "/{id}/removal")
  View remove(Who who, @PathVariable UUID id, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_MONEY);
    String told =
        rates.remove(id, who.name()) ? "The rate is removed." : "The rate was removed already.";
    return Going.to(ALL, told, request);
  }

  @PostMapping(ALL + "/currency")
  View currency(Who who, @RequestParam(defaultValue = "") String code, HttpServletRequest request) {
    access.require(who, Permission.CHANGE_MONEY);
    String typed = code.strip().toUpperCase(Locale.ROOT);
    if (!Currency.isCode(typed)) {
      var problems = new Problems().add("code", "Enter three letters of ISO 4217, like EUR.");
      return page(who, new RateForm("", zone.today().toString(), ""), problems, code)
          .withProblems();
    }
    currency.set(typed);
    return Going.to(
        ALL, "Amounts are in %s now. Their numbers stay as they were.".formatted(typed), request);
  }

  private Page page(Who who, RateForm form, Problems problems) {
    return page(who, form, problems, currency.code());
  }

  private Page page(Who who, RateForm form, Problems problems, String code) {
    Map<String, String> choices = choices();
    List<RatesView.Row> rows =
        rates.all().stream()
            .map(rate ->
                new RatesView.Row(
                    choices.getOrDefault(RateForm.value(rate.whose()), gone(rate.whose())),
                    Dates.fullDay(rate.from()),
                    Money.words(rate.perHour(), currency.code()),
                    ALL + "/" + rate.id() + "/removal"))
            .toList();
    return Page.of(
        "planning/web/rates.jte",
        "Rates",
        Place.MONEY,
        new RatesView(
            rows,
            access.may(who, Permission.CHANGE_MONEY),
            ALL,
            form,
            choices,
            currency.code(),
            code,
            problems));
  }

  private static String gone(Whose whose) {
    return whose instanceof Whose.Titled titled ? titled.title() : "Somebody who left";
  }

  /// Whose work may have a rate: everybody's, that of a title, one person's.
  private Map<String, String> choices() {
    var choices = new LinkedHashMap<String, String>();
    choices.put(RateForm.value(new Whose.Everybody()), "Everybody without a rate of their own");
    List<Person> everybody = people.all();
    everybody.stream()
        .map(Person::title)
        .filter(title -> !title.isBlank())
        .distinct()
        .sorted()
        .forEach(title -> choices.put(RateForm.value(new Whose.Titled(title)), "All: " + title));
    everybody.forEach(
        person -> choices.put(RateForm.value(new Whose.One(person.id())), person.name()));
    return choices;
  }
}
