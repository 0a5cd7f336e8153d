package dev.linchpin.answers.status;

import dev.linchpin.access.Who;
import dev.linchpin.answers.Ref;
import dev.linchpin.directory.Department;
import dev.linchpin.directory.DepartmentId;
import dev.linchpin.directory.Departments;
import dev.linchpin.platform.Audit;
import dev.linchpin.platform.Settings;
import dev.linchpin.platform.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What everybody may see, without an account. It is closed until an admin opens it, and looked up
/// at most every ten seconds, however many ask.
@Component
public class StatusPage {
  private static final String OPEN = "status.open";
  private static final String DEPARTMENTS = "status.departments";
  private static final Duration KEPT = Duration.ofSeconds(10);

  private final Outside outside;
  private final Troubles troubles;
  private final Departments departments;
  private final Settings settings;
  private final Audit audit;
  private final Zone zone;
  private volatile @Nullable Snapshot last;

  StatusPage(
      Outside outside,
      Troubles troubles,
      Departments departments,
      Settings settings,
      Audit audit,
      Zone zone) {
    this.outside = outside;
    this.troubles = troubles;
    this.departments = departments;
    this.settings = settings;
    this.audit = audit;
    this.zone = zone;
  }

  /// What there is to see.
  ///
  /// @param departments those that have a page of their own
  public record Snapshot(
      Instant at,
      boolean isOpen,
      List<Trouble> troubles,
      List<Said> work,
      List<Department> departments) {

    /// What concerns everybody, and this department when one is named.
    public List<Said> work(@Nullable Department department) {
      return work.stream()
          .filter(said ->
              said.departments().isEmpty()
                  || department != null && said.departments().contains(department.id()))
          .toList();
    }

    /// The department whose page has this name.
    public Optional<Department> department(String name) {
      return departments.stream().filter(one -> addressName(one).equals(name)).findFirst();
    }
  }

  /// "customer-service", as it stands in an address.
  public static String addressName(Department department) {
    return department
        .name()
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^\\p{L}\\p{N}]+", "-")
        .replaceAll("^-|-$", "");
  }

  public Snapshot now() {
    Snapshot kept = last;
    Instant now = zone.instant();
    if (kept != null && kept.at().plus(KEPT).isAfter(now)) {
      return kept;
    }
    Snapshot fresh = look(now);
    last = fresh;
    return fresh;
  }

  private Snapshot look(Instant now) {
    if (!isOpen()) {
      return new Snapshot(now, false, List.of(), List.of(), List.of());
    }
    Set<DepartmentId> shown = shown();
    return new Snapshot(
        now,
        true,
        troubles.open(),
        outside.all().stream().filter(said -> isShown(said, shown)).toList(),
        departments.all().stream().filter(one -> shown.contains(one.id())).toList());
  }

  private static boolean isShown(Said said, Set<DepartmentId> shown) {
    return said.departments().isEmpty() || said.departments().stream().anyMatch(shown::contains);
  }

  /// One piece of work that everybody may see.
  public Optional<Said> work(Ref ref) {
    return now().work().stream().filter(said -> said.ref().equals(ref)).findFirst();
  }

  public boolean isOpen() {
    return settings.get(OPEN).orElse("no").equals("yes");
  }

  /// Departments that have a page of their own, also while all is closed.
  public Set<DepartmentId> shown() {
    return Arrays.stream(settings.get(DEPARTMENTS).orElse("").split(" "))
        .filter(id -> !id.isEmpty())
        .map(id -> new DepartmentId(UUID.fromString(id)))
        .collect(Collectors.toSet());
  }

  /// Opens or closes it.
  @Transactional
  public void set(boolean open, Set<DepartmentId> shown, Who by) {
    settings.put(OPEN, open ? "yes" : "no");
    settings.put(
        DEPARTMENTS,
        shown.stream().map(id -> id.value().toString()).sorted().collect(Collectors.joining(" ")));
    audit.add(
        by.name(),
        open ? "opened the status page" : "closed the status page",
        "status",
        shown.size() + " departments");
    forget();
  }

  /// What is shown next is looked up anew.
  public void forget() {
    last = null;
  }
}
