package dev.linchpin.planning;

import dev.linchpin.access.Access;
import dev.linchpin.access.Permission;
import dev.linchpin.access.Who;
import java.util.LinkedHashMap;
import java.util.Map;

/// The pages of a project, the same above each of them.
public final class ProjectTabs {
  private ProjectTabs() {}

  /// Those that this person may open: address to name, in order.
  public static Map<String, String> of(Access access, Who who, String key) {
    var tabs = new LinkedHashMap<String, String>();
    String address = "/projects/" + key;
    tabs.put("/p/" + key, "Answer");
    tabs.put(address + "/plan", "Plan");
    tabs.put(address + "/forecast", "Forecast");
    tabs.put(address + "/risks", "Risks");
    if (access.may(who, Permission.READ_MONEY)) {
      tabs.put(address + "/costs", "Costs");
    }
    return tabs;
  }
}
