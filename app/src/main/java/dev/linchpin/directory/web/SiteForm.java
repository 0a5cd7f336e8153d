package dev.linchpin.directory.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.Region;
import dev.linchpin.directory.Site;
import java.time.ZoneId;

/// The fields of a site, as text.
///
/// @param country code of the country; empty for no public holidays
/// @param part code of the country's part; empty for the whole country
/// @param zone for the main site the organisation's; for others empty means the organisation's
/// @param version of the site that the form was made from
public record SiteForm(
    String name, String country, String part, String zone, String week, String version) {
  public SiteForm {
    name = Fields.text(name);
    country = Fields.text(country);
    part = Fields.text(part);
    zone = Fields.text(zone);
    week = Fields.text(week);
    version = Fields.text(version);
  }

  static SiteForm of(Site site, ZoneId organisation) {
    Region region = site.region();
    return new SiteForm(
        site.name(),
        region == null ? "" : region.country(),
        region == null || region.parts().isEmpty() ? "" : region.code(),
        site.main() ? organisation.getId() : requireNonNullElse(site.zone(), "").toString(),
        site.week().text(),
        Integer.toString(site.version()));
  }
}
