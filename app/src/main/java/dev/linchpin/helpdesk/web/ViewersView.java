package dev.linchpin.helpdesk.web;

import java.util.List;

/// What `viewers.jte` shows: who else has the ticket open.
public record ViewersView(List<String> others) {
  public String sentence() {
    return switch (others.size()) {
      case 0 -> "";
      case 1 -> others.getFirst() + " has this open too.";
      default ->
          String.join(", ", others.subList(0, others.size() - 1))
              + " and "
              + others.getLast()
              + " have this open too.";
    };
  }
}
