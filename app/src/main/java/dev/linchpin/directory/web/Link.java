package dev.linchpin.directory.web;

import dev.linchpin.directory.GoTos;
import java.util.List;

/// A name that leads somewhere.
public record Link(String address, String name) {
  static Link to(GoTos.Duty duty) {
    return new Link(duty.subject().address(), duty.title());
  }

  static List<Link> to(List<GoTos.Duty> duties) {
    return duties.stream().map(Link::to).toList();
  }
}
