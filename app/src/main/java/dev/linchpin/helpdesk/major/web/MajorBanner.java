package dev.linchpin.helpdesk.major.web;

import dev.linchpin.helpdesk.levels.DayTime;
import dev.linchpin.helpdesk.major.MajorIncident;
import dev.linchpin.helpdesk.major.MajorIncidents;
import dev.linchpin.platform.Zone;
import dev.linchpin.web.shell.Banner;
import java.time.LocalDateTime;
import java.util.List;
import org.springframework.stereotype.Component;

/// Says above all pages of the help desk what goes on.
@Component
class MajorBanner implements Banner.Source {
  private final MajorIncidents incidents;
  private final Zone zone;

  MajorBanner(MajorIncidents incidents, Zone zone) {
    this.incidents = incidents;
    this.zone = zone;
  }

  @Override
  public List<Banner> banners() {
    return incidents.open().stream().map(this::banner).toList();
  }

  private Banner banner(MajorIncident incident) {
    String at =
        DayTime.words(LocalDateTime.ofInstant(incident.nextUpdate(), zone.id()), zone.now());
    String next =
        incident.isUpdateLate(zone.instant()) ? "The update was due " + at : "Next update by " + at;
    return new Banner(
        "Major incident: " + incident.title() + ".",
        next + ".",
        MajorFacts.address(incident.ticket()));
  }
}
