package dev.linchpin.bench;

import dev.linchpin.forecast.search.Instance;
import dev.linchpin.forecast.search.Network;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reads several projects that share resources, as JSON: resources with capacity; tasks with
/// duration, predecessors with lag, demand per resource. A lag becomes an activity that needs
/// nobody.
final class ManyProjects {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<Integer> duration = new ArrayList<>();
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<int[]> need = new ArrayList<>();
  private final int[] capacity;

  private ManyProjects(JsonNode root) {
    Map<String, Integer> pools = new HashMap<>();
    JsonNode resources = root.get("resources");
    this.capacity = new int[resources.size()];
    for (int pool = 0; pool < capacity.length; pool++) {
      pools.put(resources.get(pool).get("name").asString(), pool);
      capacity[pool] = resources.get(pool).get("capacity").asInt();
    }
    Map<Integer, Integer> numbers = new HashMap<>();
    JsonNode tasks = root.get("tasks");
    for (JsonNode task : tasks) {
      int[] units = new int[capacity.length];
      task.get("demand")
          .properties()
          .forEach(demand -> units[known(pools, demand.getKey())] = demand.getValue().asInt());
      numbers.put(task.get("id").asInt(), add(task.get("duration").asInt(), units));
    }
    for (JsonNode task : tasks) {
      for (JsonNode link : task.get("preds")) {
        link(numbers, task.get("id").asInt(), link);
      }
    }
  }

  static Instance read(String name, String json) {
    ManyProjects read = new ManyProjects(JSON.readTree(json));
    return new Instance(
        name,
        Network.of(
            read.duration.stream().mapToInt(Integer::intValue).toArray(),
            read.before.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new)),
        read.need.toArray(int[][]::new),
        read.capacity);
  }

  private void link(Map<Integer, Integer> numbers, int task, JsonNode link) {
    int from = known(numbers, link.get("id").asInt());
    int lag = link.get("lag").asInt();
    if (lag > 0) {
      int pause = add(lag, new int[capacity.length]);
      before.get(pause).add(from);
      from = pause;
    }
    before.get(known(numbers, task)).add(from);
  }

  private static <K> int known(Map<K, Integer> numbers, K name) {
    return Objects.requireNonNull(numbers.get(name), () -> "There is no " + name + ".");
  }

  private int add(int length, int[] units) {
    duration.add(length);
    before.add(new ArrayList<>());
    need.add(units);
    return duration.size() - 1;
  }
}
