package dev.linchpin.directory.web;

import static java.util.Objects.requireNonNullElse;

import dev.linchpin.directory.Service;

/// The fields of a service, as text.
///
/// @param version of the service that the form was made from
public record ServiceForm(
    String key, String name, String description, String department, String version) {
  public ServiceForm {
    key = Fields.text(key);
    name = Fields.text(name);
    description = Fields.text(description);
    department = Fields.text(department);
    version = Fields.text(version);
  }

  static ServiceForm of(Service service) {
    return new ServiceForm(
        service.key(),
        service.name(),
        service.description(),
        requireNonNullElse(service.department(), "").toString(),
        Integer.toString(service.version()));
  }
}
