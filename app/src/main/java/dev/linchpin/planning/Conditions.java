package dev.linchpin.planning;

import dev.linchpin.forecast.Need;
import dev.linchpin.forecast.WindowId;
import java.util.List;

/// What a task asks for besides its people and links.
///
/// @param splittable each of its people may interrupt it for something else
/// @param within change windows, all of which have to be open while it is done
/// @param needs somebody for each of these topics, whoever can finish first
public record Conditions(boolean splittable, List<WindowId> within, List<Need> needs) {
  public static final Conditions NONE = new Conditions(false, List.of(), List.of());

  public Conditions {
    within = List.copyOf(within);
    needs = List.copyOf(needs);
  }
}
