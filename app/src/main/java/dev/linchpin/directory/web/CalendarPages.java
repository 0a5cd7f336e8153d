package dev.linchpin.directory.web;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Right;
import dev.linchpin.access.Who;
import dev.linchpin.directory.ExtraDay;
import dev.linchpin.directory.ExtraDays;
import dev.linchpin.directory.Person;
import dev.linchpin.directory.PublicHolidays;
import dev.linchpin.directory.Region;
import dev.linchpin.directory.Site;
import dev.linchpin.directory.SiteId;
import dev.linchpin.directory.Sites;
import dev.linchpin.directory.Week;
import dev.linchpin.directory.WorkingTime;
import dev.linchpin.forecast.DayRange;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Dates;
import dev.linchpin.web.shell.Going;
import dev.linchpin.web.shell.Page;
import dev.linchpin.web.shell.Problems;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.View;

/// On which days and hours do we work?
@Controller
class CalendarPages {
  private static final String MAIN = "/admin/calendar";
  private static final String TAKEN = "There is a site of this name. Enter another name.";
  private static final int FREE_DAYS_SHOWN = 12;
  private static final int EXTRA_YEARS = 3;

  private final Access access;
  private final Sites sites;
  private final ExtraDays extraDays;
  private final WorkingTime workingTime;
  private final Zone zone;
  private final Audit audit;

  CalendarPages(
      Access access,
      Sites sites,
      ExtraDays extraDays,
      WorkingTime workingTime,
      Zone zone,
      Audit audit) {
    this.access = access;
    this.sites = sites;
    this.extraDays = extraDays;
    this.workingTime = workingTime;
    this.zone = zone;
    this.audit = audit;
  }

  @GetMapping(MAIN)
  Page main(Who who) {
    return show(who, sites.main().id().toString());
  }

  @GetMapping(MAIN + "/sites/{id}")
  Page show(Who who, @PathVariable String id) {
    Site site = access.load(who, sites, Address.part(id, SiteId::of), Right.READ);
    return page(who, site, SiteForm.of(site, zone.id()), ExtraDayForm.EMPTY, new Problems());
  }

  @GetMapping(MAIN + "/sites/new")
  Page blank(Who who) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var form = new SiteForm("", "", "", "", Week.OFFICE.text(), "0");
    return page(who, null, form, ExtraDayForm.EMPTY, new Problems());
  }

  @PostMapping(MAIN + "/sites")
  View add(Who who, SiteForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var fields = new Fields();
    Site site = read(new SiteId(UUID.randomUUID()), false, 0, form, fields);
    if (site != null) {
      try {
        sites.add(site, who.name());
        return Going.to(address(site), site.name() + " is added.", request);
      } catch (DuplicateKeyException e) {
        fields.problems().add("name", TAKEN);
      }
    }
    return page(who, null, form, ExtraDayForm.EMPTY, fields.problems()).withProblems();
  }

  @PostMapping(MAIN)
  View changeMain(Who who, SiteForm form, HttpServletRequest request) {
    return change(who, sites.main().id().toString(), form, request);
  }

  @PostMapping(MAIN + "/sites/{id}")
  View change(Who who, @PathVariable String id, SiteForm form, HttpServletRequest request) {
    Site there = access.load(who, sites, Address.part(id, SiteId::of), Right.WRITE);
    var fields = new Fields();
    Site site = read(there.id(), there.main(), Fields.version(form.version()), form, fields);
    if (site != null) {
      try {
        if (!sites.put(site, who.name())) {
          return conflict(access.load(who, sites, Address.part(id, SiteId::of), Right.WRITE), form);
        }
        if (there.main()) {
          set(ZoneId.of(form.zone()), who);
        }
        return Going.to(address(site), "The working calendar is changed.", request);
      } catch (DuplicateKeyException e) {
        fields.problems().add("name", TAKEN);
      }
    }
    return page(who, there, form, ExtraDayForm.EMPTY, fields.problems()).withProblems();
  }

  @PostMapping(MAIN + "/days")
  View addDay(Who who, ExtraDayForm form, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    var fields = new Fields();
    LocalDate day = fields.day("day", form.day());
    if (form.why().isEmpty()) {
      fields.problems().add("why", "Enter why, like Bridge day.");
    }
    if (day == null || !fields.whole()) {
      Site main = sites.main();
      return page(who, main, SiteForm.of(main, zone.id()), form, fields.problems()).withProblems();
    }
    extraDays.put(new ExtraDay(day, form.kind().equals("worked"), form.why()), who.name());
    return Going.to(
        MAIN, Dates.fullDay(day) + " is added.", MAIN + "/days/" + day + "/removal", request);
  }

  @PostMapping(MAIN + "/days/{day}/removal")
  View removeDay(Who who, @PathVariable String day, HttpServletRequest request) {
    access.require(who, Permission.MANAGE_PEOPLE);
    LocalDate date = Address.part(day, LocalDate::parse);
    extraDays.remove(date, who.name());
    return Going.to(MAIN, Dates.fullDay(date) + " is as the calendar says again.", request);
  }

  private @Nullable Site read(SiteId id, boolean main, int version, SiteForm form, Fields fields) {
    fields.check("name", () -> Person.checkName(form.name()));
    Region region = region(form, fields);
    ZoneId there = form.zone().isEmpty() && !main ? null : zone(form.zone(), fields);
    Week week = fields.read("week", () -> Week.parse(form.week()));
    return week != null && fields.whole()
        ? new Site(id, form.name(), main, region, main ? null : there, week, version)
        : null;
  }

  private static @Nullable Region region(SiteForm form, Fields fields) {
    Region country = fields.choice("country", form.country(), CalendarPages::known);
    if (country == null || form.part().isEmpty()) {
      return country;
    }
    if (Choices.parts(country).containsKey(form.part())) {
      return new Region(form.part());
    }
    fields
        .problems()
        .add(
            "part",
            "Choose a part of %s, or the whole country.".formatted(PublicHolidays.name(country)));
    return null;
  }

  private static Region known(String code) {
    var region = new Region(code);
    if (!PublicHolidays.isKnown(region)) {
      throw new IllegalArgumentException(code);
    }
    return region;
  }

  private static @Nullable ZoneId zone(String id, Fields fields) {
    try {
      return ZoneId.of(id);
    } catch (DateTimeException e) {
      fields.problems().add("zone", "Enter a time zone, like Europe/Berlin.");
      return null;
    }
  }

  private void set(ZoneId other, Who who) {
    if (!other.equals(zone.id())) {
      audit.add(who.name(), "set the time zone", "calendar", zone.id() + " to " + other);
      zone.set(other);
    }
  }

  private Page page(
      Who who, @Nullable Site site, SiteForm form, ExtraDayForm dayForm, Problems problems) {
    boolean main = site != null && site.main();
    String heading = site == null ? "Add a site" : main ? "Working calendar" : site.name();
    return Page.of(
        "directory/web/calendar.jte",
        heading,
        null,
        new CalendarView(
            heading,
            site == null ? "A site decides holidays, hours and time zone." : sentence(site),
            site == null ? List.of() : free(site),
            main,
            main ? extra() : List.of(),
            main ? otherSites() : List.of(),
            access.may(who, Permission.MANAGE_PEOPLE),
            site == null ? MAIN + "/sites" : address(site),
            form,
            dayForm,
            problems,
            Choices.countries(),
            parts(form)));
  }

  private static Map<String, String> parts(SiteForm form) {
    return Choices.parts(new Fields().choice("country", form.country(), CalendarPages::known));
  }

  private static String sentence(Site site) {
    return "Working hours are %s. %s"
        .formatted(
            site.week().words(),
            site.region() == null
                ? "No public holidays are chosen yet."
                : "Public holidays are those of " + PublicHolidays.name(site.region()) + ".");
  }

  private List<CalendarView.Day> free(Site site) {
    LocalDate today = zone.today();
    return workingTime.freeDays(site, new DayRange(today, today.plusYears(2))).stream()
        .limit(FREE_DAYS_SHOWN)
        .map(
            day -> new CalendarView.Day(day.day().toString(), Dates.fullDay(day.day()), day.name()))
        .toList();
  }

  private List<CalendarView.Day> extra() {
    LocalDate today = zone.today();
    return extraDays.in(new DayRange(today, today.plusYears(EXTRA_YEARS))).stream()
        .map(day ->
            new CalendarView.Day(
                day.day().toString(),
                Dates.fullDay(day.day()),
                day.name() + (day.worked() ? " (working day)" : " (day off)")))
        .toList();
  }

  private List<Link> otherSites() {
    return sites.all().stream()
        .filter(site -> !site.main())
        .map(site -> new Link(address(site), site.name()))
        .toList();
  }

  private static String address(Site site) {
    return site.main() ? MAIN : MAIN + "/sites/" + site.id();
  }

  private Page conflict(Site there, SiteForm mine) {
    SiteForm theirs = SiteForm.of(there, zone.id());
    String page = address(there);
    return Conflict.of(there.name(), page, page)
        .field("name", "Name of the site", mine.name(), theirs.name())
        .field("country", "Country", mine.country(), theirs.country())
        .field("part", "Part of the country", mine.part(), theirs.part())
        .field("zone", "Time zone", mine.zone(), theirs.zone())
        .field("week", "Working hours", mine.week(), theirs.week())
        .page("version", theirs.version(), null);
  }
}
