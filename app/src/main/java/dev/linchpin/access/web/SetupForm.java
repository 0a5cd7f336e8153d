package dev.linchpin.access.web;

import dev.linchpin.access.Email;
import dev.linchpin.access.PasswordRules;
import dev.linchpin.web.shell.Problems;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the set-up form holds, as typed.
///
/// @param zone like `Europe/Stockholm`
/// @param country ISO 3166 letters, like `SE`; empty for none
/// @param region its part, as holidays name it, like `by`; empty for the whole country
public record SetupForm(
    String organisation,
    String zone,
    String country,
    String region,
    String name,
    String email,
    String password) {
  private static final int ORGANISATION_MAX = 100;
  private static final Pattern REGION = Pattern.compile("[a-z0-9-]{0,20}");

  public SetupForm {
    organisation = Fields.text(organisation);
    zone = Fields.text(zone);
    country = Fields.text(country).toUpperCase(Locale.ROOT);
    region = Fields.text(region).toLowerCase(Locale.ROOT);
    name = Fields.text(name);
    email = Fields.text(email);
    password = password == null ? "" : password;
  }

  static SetupForm fresh() {
    return new SetupForm("", "UTC", "", "", "", "", "");
  }

  /// Adds what is wrong, and gives the e-mail address when it is right.
  Optional<Email> read(PasswordRules rules, Problems problems) {
    if (organisation.isEmpty() || organisation.length() > ORGANISATION_MAX) {
      problems.add("organisation", "Enter the name of your organisation.");
    }
    if (!ZoneId.getAvailableZoneIds().contains(zone)) {
      problems.add("zone", "Choose a time zone.");
    }
    if (!country.isEmpty() && !Choices.COUNTRIES.containsKey(country)) {
      problems.add("country", "Choose a country, or \"No public holidays\".");
    }
    if (!REGION.matcher(region).matches()) {
      problems.add("region", "Enter the short name of the region, like BY, or leave it empty.");
    }
    Fields.name(name, problems);
    Optional<Email> address = Fields.email(email, problems);
    rules.problem(password, name, email).ifPresent(no -> problems.add("password", no));
    if (ownWord()) {
      problems.add("password", "Enter a password without the name of your organisation.");
    }
    return address;
  }

  private boolean ownWord() {
    return organisation.length() >= 4
        && password.toLowerCase(Locale.ROOT).contains(organisation.toLowerCase(Locale.ROOT));
  }
}
